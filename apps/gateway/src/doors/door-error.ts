import { CodecError } from '@parley/codecs';
import { requestError, serverError, type ErrorCode } from '@parley/protocol';
import { HttpError } from '../rest/http-error';
import type { SpeechOffers } from '../workers/speech-offers';
import { WorkerError, type WorkerService } from '../workers/worker-error';

const unavailable: Readonly<Record<WorkerService, { code: ErrorCode; message: string }>> = {
  stt: { code: 'stt_unavailable', message: 'No speech recogniser can be had at present.' },
  chat: { code: 'llm_unavailable', message: 'No language model can be had at present.' },
  memory: { code: 'llm_unavailable', message: 'Nobody can remember a conversation at present.' },
  tts: { code: 'tts_unavailable', message: 'No speech synthesis can be had at present.' },
  persona: { code: 'server_overloaded', message: 'Voices cannot be analysed at present.' },
};

const retryAfterS = 1;

/** Which parameters of a door are to blame. */
export interface Blame {
  /** For what a worker refused, by its message. */
  readonly refused: (message: string) => string | null;
  /** For audio that cannot be read. */
  readonly audio?: string;
}

/** The parameters of a door that say how audio is heard. */
export interface SettingParams {
  readonly language: string;
  readonly model: string;
}

/** Which of them the recogniser did not take: it names the language where it is that. */
const settingBlamed =
  ({ language, model }: SettingParams) =>
  (message: string): string =>
    message.includes('language') ? language : model;

/** What was to be heard, by which recogniser, and which parameters said so. */
export interface Hearing {
  readonly model: string;
  readonly params: SettingParams & { readonly audio?: string };
}

/** As `doorError`; who named a recogniser that is not here is told of those that are. */
export async function hearingError(
  error: unknown,
  { model, params }: Hearing,
  offers: SpeechOffers,
): Promise<unknown> {
  if (WorkerError.isInstance(error) && error.kind === 'refused') {
    const unknown = await offers.refusalOfRecognizer(model, params.model);
    if (unknown !== undefined) return new HttpError(400, unknown);
  }
  const { audio } = params;
  return doorError(error, { refused: settingBlamed(params), ...(audio !== undefined && { audio }) });
}

/** What a client is told of whatever a worker or a codec failed with; anything else is handed back as it is. */
export function doorError(error: unknown, blame: Blame): unknown {
  if (WorkerError.isInstance(error)) return ofWorker(error, blame);
  if (CodecError.isInstance(error) && error.code !== 'codec_failed') {
    const param = blame.audio ?? null;
    return new HttpError(
      400,
      requestError('invalid_value', `The audio cannot be read: ${error.message}.`, { param }),
    );
  }
  return error;
}

function ofWorker({ kind, service, message }: WorkerError, { refused }: Blame): HttpError {
  switch (kind) {
    case 'refused':
      return new HttpError(400, requestError('invalid_value', message, { param: refused(message) }));
    case 'failed':
      return new HttpError(500, serverError('server_error', message));
    default: {
      const told = unavailable[service];
      return new HttpError(503, serverError(told.code, told.message), retryAfterS);
    }
  }
}
