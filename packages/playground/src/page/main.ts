import { PageAudio } from './audio';
import { ChoiceList } from './choice-list';
import { nothing, shownAfter, type Shown } from './conversation';
import { element, made } from './elements';
import { EventLog } from './event-log';
import { fromBase64, fromPcm16, toBase64, toPcm16 } from './pcm';
import {
  connect,
  sessionChange,
  sessionUpdate,
  textAt,
  type Body,
  type Connection,
  type Settings,
} from './wire';

const storedKey = 'parley.key';

const keyField = element('key', HTMLInputElement);
const model = element('model', HTMLInputElement);
const voice = element('voice', HTMLSelectElement);
const instructions = element('instructions', HTMLTextAreaElement);
const turns = element('turns', HTMLSelectElement);
const modality = element('modality', HTMLSelectElement);
const connectButton = element('connect', HTMLButtonElement);
const microphone = element('microphone', HTMLButtonElement);
const commit = element('commit', HTMLButtonElement);
const cancel = element('cancel', HTMLButtonElement);
const text = element('text', HTMLInputElement);
const lines = element('lines', HTMLOListElement);
const facts = element('facts', HTMLDListElement);
const write = element('write', HTMLFormElement);

const log = new EventLog();
const choices = new ChoiceList(() => change('model'));

let connection: Connection | undefined;
let audio: PageAudio | undefined;
let shown: Shown = nothing;

const say = (state: string): void => {
  element('state', HTMLSpanElement).textContent = state;
};
const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const settings = (): Settings => ({
  model: model.value.trim(),
  voice: voice.value,
  instructions: instructions.value,
  turns: turns.value,
  modality: modality.value,
});

/** Told at once: a change of the model holds from the next answer on. */
function change(what: keyof Settings): void {
  connection?.send(sessionChange(settings(), what));
  showTurns();
}

const showTurns = (): void => void (commit.hidden = turns.value !== 'none');

function show(): void {
  lines.replaceChildren(
    ...shown.lines.map(({ who, text: words, open }) => {
      const item = made('li', words === '' ? '…' : words);
      item.dataset['who'] = who;
      item.classList.toggle('open', open);
      return item;
    }),
  );
  lines.scrollTop = lines.scrollHeight;
  facts.replaceChildren(
    ...Object.entries(shown.facts)
      .filter(([, value]) => value !== '')
      .flatMap(([name, value]) => [made('dt', name), made('dd', value)]),
  );
}

function received(event: Body): void {
  log.add('server', event);
  switch (event['type']) {
    case 'response.output_audio.delta':
      // It stays for the rest of the session.
      voice.disabled = true;
      audio?.play(fromPcm16(fromBase64(textAt(event, 'delta'))));
      return;
    case 'parley.backchannel.audio.delta':
      audio?.play(fromPcm16(fromBase64(textAt(event, 'delta'))));
      return;
    case 'parley.output_audio.paused':
      audio?.tell('pause');
      return;
    case 'parley.output_audio.resumed':
      audio?.tell('resume');
      return;
    case 'input_audio_buffer.speech_started':
      audio?.tell('drop');
      break;
  }
  shown = shownAfter(shown, event);
  show();
}

function connected(now: boolean): void {
  connectButton.textContent = now ? 'Disconnect' : 'Connect';
  for (const control of [microphone, commit, cancel, text, ...write.querySelectorAll('button')])
    control.disabled = !now;
  if (now) return;
  voice.disabled = false;
  microphone.textContent = 'Microphone on';
}

async function open(): Promise<void> {
  const key = keyField.value.trim();
  sessionStorage.setItem(storedKey, key);
  say('connecting…');
  audio ??= await PageAudio.start(
    (samples) => connection?.send({ type: 'input_audio_buffer.append', audio: toBase64(toPcm16(samples)) }),
    (sounds) => element('sound', HTMLSpanElement).classList.toggle('on', sounds),
  );
  log.clear();
  shown = nothing;
  show();
  void choices.load(key).catch((error: unknown) => say(messageOf(error)));
  const opening = connect(location.origin, key, model.value.trim(), {
    opened: () => {
      say('connected');
      connected(true);
      opening.send(sessionUpdate(settings(), audio?.rateHz));
      showTurns();
    },
    received,
    sent: (event) => log.add('client', event),
    closed: (code, reason) => {
      say(`closed: ${code} ${reason}`);
      connected(false);
      if (connection === opening) connection = undefined;
      audio?.mute();
      audio?.tell('drop');
    },
  });
  connection = opening;
}

async function listen(): Promise<void> {
  await audio?.listen();
  // The user may have taken long to permit it.
  if (connection === undefined) audio?.mute();
  else microphone.textContent = 'Microphone off';
}

element('settings', HTMLFormElement).addEventListener('submit', (event) => {
  event.preventDefault();
  if (connection !== undefined) return connection.close();
  connectButton.disabled = true;
  open()
    .catch((error: unknown) => say(messageOf(error)))
    .finally(() => (connectButton.disabled = false));
});
const controls = { voice, instructions, turns, modality };
for (const what of ['voice', 'instructions', 'turns', 'modality'] as const)
  controls[what].addEventListener('change', () => change(what));
keyField.addEventListener('change', () => {
  choices.load(keyField.value.trim()).catch((error: unknown) => say(messageOf(error)));
});

microphone.addEventListener('click', () => {
  if (audio?.listens === true) {
    audio.mute();
    microphone.textContent = 'Microphone on';
    return;
  }
  microphone.disabled = true;
  listen()
    .catch((error: unknown) => say(`no microphone: ${messageOf(error)}`))
    .finally(() => (microphone.disabled = connection === undefined));
});
commit.addEventListener('click', () => {
  connection?.send({ type: 'input_audio_buffer.commit' });
  connection?.send({ type: 'response.create' });
});
cancel.addEventListener('click', () => {
  connection?.send({ type: 'response.cancel' });
  audio?.tell('drop');
});
write.addEventListener('submit', (event) => {
  event.preventDefault();
  if (text.value.trim() === '') return;
  connection?.send({
    type: 'conversation.item.create',
    item: { type: 'message', role: 'user', content: [{ type: 'input_text', text: text.value }] },
  });
  connection?.send({ type: 'response.create' });
  text.value = '';
});

keyField.value = sessionStorage.getItem(storedKey) ?? '';
choices.load(keyField.value).catch((error: unknown) => say(messageOf(error)));
