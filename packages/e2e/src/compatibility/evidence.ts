import { by } from './by';
import type { Evidence } from './by';
import { serverToolFields } from './tool-evidence';

const e2e = 'packages/e2e/src';
const gateway = 'apps/gateway/src/session';
const protocol = 'packages/protocol/src';
const stt = 'apps/stt-worker/src';

const settings = (title: string): Evidence => by(`${e2e}/model-settings.spec.ts`, title);
const fields = (title: string): Evidence => by(`${e2e}/fields.spec.ts`, title);
const detail = (title: string, of: 'session' | 'responses' = 'session'): Evidence =>
  by(`${e2e}/details-${of}.spec.ts`, `detail ${title}`);
const prompt = by(
  `${gateway}/shell/session.spec.ts`,
  'a prompt template gives a session and a response their instructions',
);
const tracing = by(`${gateway}/shell/session.spec.ts`, 'tracing names the record of every response');
const formats = by(
  `${e2e}/audio-formats.spec.ts`,
  'a spoken turn in %j is heard where it is, kept and answered',
);
const ofSession = fields(
  'of the session: instructions, tools, tool_choice and max_output_tokens reach the model',
);
const ofResponse = fields('of a response: they stand instead of the session’s');
const strictTools = by(
  'apps/llm-router/src/answering/strict/strict-calls.spec.ts',
  'ends the answer at %s',
  'as in chat completions: the model is told where its provider knows it, and a call that does not fit fails the response',
);
const history = by(
  `${gateway}/engine/coordinator/told-items.spec.ts`,
  'is history: kept, told to the model, and nothing of it runs',
  'history: nothing of it runs, and which tools there are is asked of the server itself',
);
const toldOfServers = [
  'server_label',
  'error',
  'error.type',
  'error.code',
  'error.message',
  'tools[].name',
  'tools[].description',
  'tools[].input_schema',
  'tools[].annotations',
];
const approvals = by(
  `${gateway}/engine/response/plan.spec.ts`,
  'takes what a client tells of the tools of a server, and no answer to a request of the server’s own',
  'history: nothing of it runs',
);
const ofItems = fields('of items: roles, calls and their outputs, in the order of previous_item_id');
const ofInput = fields(
  'of response.input: items and references are the context, whatever the conversation holds',
);
const heard = fields('of what is heard: speed, voice and format, of the session and of one response');
const images = settings(
  'images arrive at a model that sees, with their detail; their bytes come back on retrieval alone',
);
const truncation = settings('retention_ratio: one large cut at the limit, kept for many turns');
const placed = detail(
  '20: ids of the client are kept, and previous_item_id is right wherever an item is put',
);
const beta = by(
  `${protocol}/parse.spec.ts`,
  'is taken of a dialect that says so, within its range',
  'in the beta dialect; GA has none and refuses it',
);
const transcription = by(
  `${e2e}/transcription-sessions.spec.ts`,
  '%s: told back, and told to the recogniser',
);
const reference = by(
  `${protocol}/parse.spec.ts`,
  'takes names of the beta in items, and ignores what is the server’s to say',
  'as on the reference, whose types say that it “has no effect on the conversation”',
);

const sessionFields: Readonly<Record<string, Evidence>> = {
  type: detail('3: session.update needs its type and no unknown key; the same model is no change'),
  model: by(
    `${e2e}/routing.spec.ts`,
    'changes the model in mid-session, and says which providers there are when one is not',
    'the same one is no change, as on the reference; another one is taken too, where the reference refuses it',
  ),
  output_modalities: by(`${e2e}/lives/responses.spec.ts`, 'text'),
  instructions: ofSession,
  'tools[].type': ofSession,
  'tools[].name': ofSession,
  'tools[].description': ofSession,
  'tools[].parameters': ofSession,
  'tools[].strict': strictTools,
  tool_choice: by(`${protocol}/parse.spec.ts`, 'reads a bare function name as a forced function'),
  'tool_choice.type': ofSession,
  'tool_choice.name': ofSession,
  max_output_tokens: ofSession,
  parallel_tool_calls: settings(
    'reasoning.effort and parallel_tool_calls are told, and a response may say otherwise',
  ),
  'reasoning.effort': settings(
    'reasoning.effort and parallel_tool_calls are told, and a response may say otherwise',
  ),
  temperature: beta,
  ...serverToolFields,
  tracing,
  'tracing.workflow_name': tracing,
  'tracing.group_id': tracing,
  'tracing.metadata': tracing,
  truncation: settings('truncation disabled: a conversation that is too long makes the response fail'),
  'truncation.type': truncation,
  'truncation.retention_ratio': truncation,
  'truncation.token_limits.post_instructions': by(
    'apps/llm-router/src/context/cuts.spec.ts',
    'is where the client wants it, whatever the model takes',
  ),
  'prompt.id': prompt,
  'prompt.version': prompt,
  'prompt.variables': prompt,
  'audio.input.format.type': formats,
  'audio.input.format.rate': formats,
  'audio.input.transcription.model': by(
    `${stt}/worker/hearing.spec.ts`,
    'leaves a stream whose new settings it cannot hear by to another worker',
    '`provider/model` names an engine; any other name, as of another service, is the default engine',
  ),
  'audio.input.transcription.language': transcription,
  'audio.input.transcription.prompt': transcription,
  'audio.input.transcription.languages': transcription,
  'audio.input.transcription.keywords': transcription,
  'audio.input.transcription.delay': transcription,
  'audio.input.noise_reduction.type': by(
    `${stt}/noise/denoise-thread.spec.ts`,
    'takes noise away and leaves the voice where it was; more so across a room',
  ),
  'audio.input.noise_reduction.strength': by(
    `${stt}/noise/denoise-thread.spec.ts`,
    'takes noise away and leaves the voice where it was; more so across a room',
  ),
  'audio.input.turn_detection.type': by(`${e2e}/lives/voice.spec.ts`, 'heard, committed and answered'),
  'audio.input.turn_detection.threshold': by(
    `${stt}/endpointing/settings.spec.ts`,
    'takes what server_vad says',
  ),
  'audio.input.turn_detection.prefix_padding_ms': detail(
    '19: speech_started names the item to come, and its offset includes the padding',
  ),
  'audio.input.turn_detection.silence_duration_ms': by(
    `${stt}/endpointing/settings.spec.ts`,
    'takes what server_vad says',
  ),
  'audio.input.turn_detection.idle_timeout_ms': by(
    `${e2e}/lives/voice.spec.ts`,
    'silence after the last word, where that is a turn',
  ),
  'audio.input.turn_detection.create_response': by(
    `${e2e}/lives/voice.spec.ts`,
    'heard and committed only, when the client answers by itself',
  ),
  'audio.input.turn_detection.interrupt_response': by(
    `${e2e}/lives/voice.spec.ts`,
    'barge-in, interrupt_response off: what is being said is said to its end',
  ),
  'audio.input.turn_detection.model_version': by(
    `${protocol}/parse.spec.ts`,
    'fills the defaults of what is replaced whole',
    'not of the reference; clients that add it are not refused, and there is one version to choose',
  ),
  'audio.input.turn_detection.eagerness': by(
    `${stt}/hearing/semantic-turns.spec.ts`,
    '%s: ends a whole sentence soon, and holds an unfinished one for its longest',
  ),
  'audio.output.format.type': formats,
  'audio.output.format.rate': formats,
  'audio.output.voice': heard,
  'audio.output.voice.id': heard,
  'audio.output.speed': heard,
};

const itemFields: Readonly<Record<string, Evidence>> = {
  type: ofItems,
  id: placed,
  object: reference,
  status: reference,
  role: ofItems,
  'content[].type': ofItems,
  'content[].text': ofItems,
  'content[].audio': by(
    `${gateway}/shell/session.spec.ts`,
    'audio of an item the client creates is transcribed on a stream of its own',
  ),
  'content[].transcript': by(
    `${protocol}/parse.spec.ts`,
    'lets user audio carry a transcript, null when there is none',
  ),
  'content[].image_url': images,
  'content[].detail': images,
  call_id: ofItems,
  name: ofItems,
  arguments: ofItems,
  output: ofItems,
  approval_request_id: by(
    `${gateway}/engine/coordinator/tools.spec.ts`,
    'runs when it is given, in a response of its own that another follows',
  ),
  approve: by(
    `${gateway}/engine/coordinator/tools.spec.ts`,
    'runs when it is given, in a response of its own that another follows',
  ),
  reason: by(
    `${gateway}/engine/coordinator/tools.spec.ts`,
    'does not run when it is refused, and the model is told why',
  ),
  ...Object.fromEntries(toldOfServers.map((path) => [path, history])),
};

const responseFields: Readonly<Record<string, Evidence>> = {
  conversation: by(`${e2e}/lives/responses.spec.ts`, 'out of band: no item enters the conversation'),
  model: by(
    `${e2e}/routing.spec.ts`,
    'changes the model in mid-session, and says which providers there are when one is not',
    'beyond the reference',
  ),
  metadata: detail('15: metadata comes back in response.created and response.done', 'responses'),
  instructions: ofResponse,
  'tools[].type': ofResponse,
  'tools[].name': ofResponse,
  'tools[].description': ofResponse,
  'tools[].parameters': ofResponse,
  'tools[].strict': strictTools,
  tool_choice: ofResponse,
  'tool_choice.type': ofResponse,
  'tool_choice.name': ofResponse,
  max_output_tokens: ofResponse,
  output_modalities: by(`${e2e}/lives/responses.spec.ts`, 'out of band: no item enters the conversation'),
  'audio.output.voice': heard,
  'audio.output.voice.id': heard,
  'audio.output.format.type': heard,
  'audio.output.format.rate': heard,
  parallel_tool_calls: sessionFields['parallel_tool_calls'] as Evidence,
  'reasoning.effort': sessionFields['reasoning.effort'] as Evidence,
  temperature: beta,
  ...serverToolFields,
  'prompt.id': prompt,
  'prompt.version': prompt,
  'prompt.variables': prompt,
};

const truncated = by(
  `${e2e}/lives/voice.spec.ts`,
  'truncated: an answer loses what was not heard, and its transcript',
);
const items = by(`${e2e}/lives/responses.spec.ts`, 'items put in their place, read and taken out');

const inside = (prefix: string, all: Readonly<Record<string, Evidence>>): Record<string, Evidence> =>
  Object.fromEntries(Object.entries(all).map(([path, evidence]) => [`${prefix}${path}`, evidence]));

export const evidence: Readonly<Record<string, Readonly<Record<string, Evidence>>>> = {
  'session.update': inside('session.', sessionFields),
  'input_audio_buffer.append': { audio: formats },
  'conversation.item.create': { previous_item_id: placed, ...inside('item.', itemFields) },
  'conversation.item.retrieve': { item_id: items },
  'conversation.item.delete': { item_id: items },
  'conversation.item.truncate': { item_id: truncated, content_index: truncated, audio_end_ms: truncated },
  'response.create': {
    ...inside('response.', responseFields),
    ...inside(
      'response.input[].',
      Object.fromEntries(
        Object.entries(itemFields).map(([path, { partly }]) => [
          path,
          { ...ofInput, ...(partly === undefined ? {} : { partly }) },
        ]),
      ),
    ),
    ...inside(
      'response.input[].',
      Object.fromEntries(
        ['approval_request_id', 'approve', 'reason', ...toldOfServers].map((path) => [path, approvals]),
      ),
    ),
    'response.input[].content[].image_url': settings(
      'an image may be in the input of a response outside the conversation',
    ),
  },
  'response.cancel': {
    response_id: by(`${e2e}/lives/responses.spec.ts`, 'out of band, cancelled by its id'),
  },
};
