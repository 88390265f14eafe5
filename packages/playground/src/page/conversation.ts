import { at, listAt, textAt, type Body } from './wire';

export interface Line {
  readonly id: string;
  readonly who: 'user' | 'assistant' | 'tool' | 'error';
  readonly text: string;
  /** It goes on. */
  readonly open: boolean;
}

/** What the page shows of a conversation: its lines, and what is known of its last answer. */
export interface Shown {
  readonly lines: readonly Line[];
  readonly facts: Readonly<Record<string, string>>;
}

export const nothing: Shown = { lines: [], facts: {} };

/** The lines after one more event of the server. Pure: the same events always show the same. */
export function shownAfter(shown: Shown, event: Body): Shown {
  const id = textAt(event, 'item_id');
  const delta = textAt(event, 'delta');
  switch (event['type']) {
    case 'conversation.item.added':
      return added(shown, event);
    case 'conversation.item.input_audio_transcription.delta':
      return grown(shown, id, delta);
    case 'conversation.item.input_audio_transcription.completed':
      return written(shown, id, textAt(event, 'transcript'));
    case 'response.output_text.delta':
    case 'response.output_audio_transcript.delta':
      return grown(shown, id, delta);
    case 'conversation.item.done':
      return done(shown, event);
    case 'error':
      return line(shown, {
        id: textAt(event, 'event_id'),
        who: 'error',
        text: textAt(event, 'error.message'),
        open: false,
      });
    case 'response.done':
      return ended(shown, event);
    case 'parley.turn_timing':
      return told(shown, timing(event));
    case 'parley.routing':
      return told(shown, { model: textAt(event, 'model'), ...routeOf(event) });
    case 'parley.perception':
      return told(shown, { voice: voiceOf(event) });
    default:
      return shown;
  }
}

const line = ({ lines, facts }: Shown, one: Line): Shown => ({ lines: [...lines, one], facts });
const told = ({ lines, facts }: Shown, more: Shown['facts']): Shown => ({
  lines,
  facts: { ...facts, ...more },
});
const changed = (shown: Shown, id: string, change: (one: Line) => Line): Shown => ({
  ...shown,
  lines: shown.lines.map((one) => (one.id === id ? change(one) : one)),
});
const grown = (shown: Shown, id: string, delta: string): Shown =>
  changed(shown, id, (one) => ({ ...one, text: one.text + delta }));
const written = (shown: Shown, id: string, text: string): Shown =>
  changed(shown, id, (one) => ({ ...one, text, open: false }));

function added(shown: Shown, event: Body): Shown {
  const id = textAt(event, 'item.id');
  const role = textAt(event, 'item.role');
  const type = textAt(event, 'item.type');
  if (type === 'message' && (role === 'user' || role === 'assistant')) {
    const heard = JSON.stringify(at(event, 'item.content') ?? []).includes('"input_audio"');
    return line(shown, { id, who: role, text: textOf(event), open: role === 'assistant' || heard });
  }
  if (type !== 'function_call' && type !== 'mcp_call') return shown;
  return line(shown, { id, who: 'tool', text: textAt(event, 'item.name'), open: true });
}

function done(shown: Shown, event: Body): Shown {
  return changed(shown, textAt(event, 'item.id'), (one) => {
    if (one.who === 'user') return one;
    if (one.who === 'tool') return { ...one, text: callOf(event), open: false };
    return { ...one, text: textOf(event) || one.text, open: false };
  });
}

function callOf(event: Body): string {
  const outcome = textAt(event, 'item.output') || textAt(event, 'item.error.message');
  return `${textAt(event, 'item.name')}(${textAt(event, 'item.arguments')})${outcome === '' ? '' : ` → ${outcome}`}`;
}

const textOf = (event: Body): string =>
  listAt(event, 'item.content')
    .map((part) => textAt(part, 'text') || textAt(part, 'transcript'))
    .join('');

function ended(shown: Shown, event: Body): Shown {
  const status = textAt(event, 'response.status');
  const why =
    textAt(event, 'response.status_details.error.message') || textAt(event, 'response.status_details.reason');
  const known = told(shown, {
    answer: why === '' ? status : `${status}: ${why}`,
    tokens: `${textAt(event, 'response.usage.input_tokens')} in, ${textAt(event, 'response.usage.output_tokens')} out`,
    cost: `$${textAt(event, 'response.parley.cost.known')}, $${textAt(event, 'response.parley.cost.session')} so far`,
  });
  if (status !== 'failed') return known;
  return line(known, { id: textAt(event, 'response.id'), who: 'error', text: why, open: false });
}

/** Milliseconds by stage, as the event has them. */
function timing(event: Body): Shown['facts'] {
  const stages = at(event, 'stages');
  if (typeof stages !== 'object' || stages === null) return {};
  const shown = Object.entries(stages).flatMap(([name, ms]) =>
    typeof ms === 'number' ? [`${name.replace(/_ms$/, '').replaceAll('_', ' ')} ${Math.round(ms)}`] : [],
  );
  return { 'stages, ms': shown.join(' · ') };
}

function routeOf(event: Body): Shown['facts'] {
  const asked = listAt(event, 'attempts').map(
    (one) => `${textAt(one, 'provider')}/${textAt(one, 'model')} ${textAt(one, 'status')}`,
  );
  const route = ['name', 'route', 'variant'].map((key) => textAt(event, `router.${key}`));
  return { asked: asked.join(' → '), router: route.filter((part) => part !== '').join(' / ') };
}

function voiceOf(event: Body): string {
  const perception = at(event, 'perception');
  if (typeof perception !== 'object' || perception === null) return '';
  return Object.entries(perception)
    .flatMap(([trait, estimates]) => {
      const [best] = listAt({ estimates }, 'estimates');
      const label = textAt(best, 'label');
      return label === ''
        ? []
        : [`${trait} ${label} ${Math.round(Number(textAt(best, 'confidence')) * 100)} %`];
    })
    .join(' · ');
}
