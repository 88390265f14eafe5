import {
  schedulings,
  type BackchannelSettings,
  type ResponsivenessSettings,
  type SessionPatch,
} from '@parley/protocol';
import type { SessionClientEvent } from '../../ports';
import type { Harness } from './harness';
import type { WireClient } from './wire-client';

const reference = 'item_reference' as const;
const unheard = {
  type: 'message' as const,
  role: 'user' as const,
  content: [{ type: 'input_audio' as const, audio: '', transcript: null }],
};
const seen = {
  type: 'message' as const,
  role: 'user' as const,
  content: [
    { type: 'input_image' as const, image_url: 'data:image/png;base64,AAAA', detail: 'auto' as const },
  ],
};

/** One of the things a client may send at any time, right or wrong. */
export function clientEvent(
  a: number,
  b: number,
  wire: WireClient,
  h: Harness,
): SessionClientEvent | undefined {
  const ids = wire.chain.order;
  const item = ids[b % Math.max(1, ids.length)] ?? 'item_none';
  const active = [...wire.responses.values()].filter(({ done }) => done === undefined);
  const events: (() => SessionClientEvent | undefined)[] = [
    () => ({ type: 'input_audio_buffer.commit' }),
    () => ({ type: 'input_audio_buffer.clear' }),
    () => ({ type: 'response.create' }),
    () => ({ type: 'response.create', response: { output_modalities: ['text'] } }),
    () => ({ type: 'response.create', response: { conversation: 'none', metadata: { n: String(b) } } }),
    () => ({
      type: 'response.create',
      response: {
        conversation: 'none',
        output_modalities: ['text'],
        input: b % 2 === 0 ? [] : [unheard, ...(ids.includes(item) ? [{ type: reference, id: item }] : [])],
      },
    }),
    () => ({ type: 'response.create', response: { input: b % 2 === 0 ? [] : [unheard] } }),
    () => ({ type: 'response.cancel' }),
    () => ({
      type: 'response.cancel',
      response_id: active[b % Math.max(1, active.length)]?.created.id ?? 'resp_none',
    }),
    () => ({
      type: 'conversation.item.create',
      ...(b % 3 === 0 ? { previous_item_id: b % 2 === 0 ? 'root' : item } : {}),
      item: { type: 'message', role: 'user', content: [{ type: 'input_text', text: 'Typed.' }] },
    }),
    () => ({ type: 'conversation.item.create', item: b % 4 === 0 ? seen : unheard }),
    () => output(h, b),
    () => ({ type: 'conversation.item.retrieve', item_id: item }),
    () => (b % 2 === 0 ? { type: 'conversation.item.delete', item_id: item } : undefined),
    () => ({ type: 'conversation.item.truncate', item_id: item, content_index: 0, audio_end_ms: b * 20 }),
    () => ({ type: 'session.update', session: patches[b % patches.length] ?? { type: 'realtime' } }),
    () => ({ type: 'output_audio_buffer.clear' }),
  ];
  return events[a % events.length]?.();
}

/** The output of some call of the conversation, or of one that never was. */
function output(h: Harness, b: number): SessionClientEvent {
  const calls = h.state.conversation.entries.flatMap(({ item }) =>
    item.type === 'function_call' ? [item.call_id] : [],
  );
  const callId = calls[b % Math.max(1, calls.length)] ?? 'call_none';
  const scheduling = b % 2 === 0 ? undefined : schedulings[(b >> 1) % schedulings.length];
  return {
    type: 'conversation.item.create',
    item: {
      type: 'function_call_output',
      call_id: callId,
      output: '42',
      ...(scheduling === undefined ? {} : { parley: { scheduling } }),
    },
  };
}

const vad = {
  type: 'server_vad',
  threshold: 0.5,
  prefix_padding_ms: 300,
  silence_duration_ms: 200,
  idle_timeout_ms: null,
} as const;

const turnDetection = (create_response: boolean, interrupt_response: boolean): SessionPatch => ({
  type: 'realtime',
  audio: { input: { turn_detection: { ...vad, create_response, interrupt_response } } },
});

/** What no model writes and no user says. */
export const fillerWord = 'Ahem';

export function fillers(change: ResponsivenessSettings): SessionPatch {
  const responsiveness = {
    enabled: true,
    initial_wait_timeout_ms: 40,
    tool_wait_timeout_ms: 60,
    min_filler_gap_ms: 0,
    max_initial_per_turn: 2,
    max_buffer_deltas: 1,
    enable_filler_on_first_assistant_reply: true,
    phrases: { '*': [fillerWord] },
    ...change,
  };
  return { type: 'realtime', parley: { responsiveness } };
}

export function backchannels(change: BackchannelSettings): SessionPatch {
  const backchannel = {
    enabled: true,
    min_speech_ms: 20,
    eval_interval_ms: 5_000,
    min_gap_ms: 100,
    rule_fire_probability: 1,
    allowed_phrases: [fillerWord],
    ...change,
  };
  return { type: 'realtime', parley: { backchannel } };
}

const patches: readonly SessionPatch[] = [
  turnDetection(true, true),
  turnDetection(true, false),
  turnDetection(false, true),
  {
    type: 'realtime',
    audio: {
      input: {
        turn_detection: { ...vad, idle_timeout_ms: 5_000, create_response: true, interrupt_response: true },
      },
    },
  },
  { type: 'realtime', audio: { input: { turn_detection: null } } },
  { type: 'realtime', audio: { input: { transcription: { model: 'default' } } } },
  { type: 'realtime', audio: { input: { transcription: null } } },
  { type: 'realtime', output_modalities: ['text'] },
  { type: 'realtime', output_modalities: ['audio'] },
  { type: 'realtime', instructions: 'Be kind.' },
  { type: 'realtime', parley: { greeting: { text: 'Good day to you.', interruptible: false } } },
  { type: 'realtime', parley: { greeting: { instructions: 'Say hello.' }, max_idle_prompts: 2 } },
  backchannels({}),
  backchannels({ small_model: 'tiny/model' }),
  fillers({}),
  fillers({ small_model: 'tiny/model', hard_deadline_ms: 800 }),
];
