import { z } from 'zod';

/** Every `code` the server puts into an `error` event, and what it stands for. */
export const errorCodes = {
  invalid_event: 'the frame is not an event: no JSON object, no type, or a binary frame',
  invalid_json: 'the frame is not JSON',
  invalid_value: 'a value that is not allowed',
  invalid_type: 'a value of the wrong type',
  missing_required_parameter: 'a parameter that must be there is not',
  unknown_parameter: 'a parameter that does not exist',
  invalid_session_type: 'not possible in a session of this type',
  unsupported_parameter: 'a parameter of the protocol that this server does not support',
  unsupported_value: 'a value of the protocol that this server does not support',
  input_audio_buffer_commit_empty: 'less than 100 ms of audio in the input buffer',
  input_audio_buffer_full: 'more audio than the input buffer holds',
  conversation_already_has_active_response: 'a second response in the default conversation',
  response_cancel_not_active: 'nothing to cancel',
  cannot_update_voice: 'the voice is fixed once the model has spoken',
  cannot_update_audio_format: 'the format is fixed once audio has passed',
  unsupported_content_type: 'truncation of content that holds no audio',
  item_create_duplicate_item_id: 'an item id that is already in the conversation',
  item_create_invalid_previous_item_id: 'previous_item_id names no item',
  item_retrieve_invalid_item_id: 'item_id names no item',
  item_delete_invalid_item_id: 'item_id names no item',
  item_truncate_invalid_item_id: 'item_id names no item',
  session_expired: 'the longest duration of a session is reached',
  invalid_api_key: 'the API key is wrong or missing',
  insufficient_permissions: 'the key may not be used for this',
  insufficient_quota: 'the key has used up what it may use',
  model_not_found: 'no such model',
  invalid_model: 'the model cannot be used for this',
  rate_limit_exceeded: 'too many requests, sessions or connections',
  server_overloaded: 'no capacity left',
  stt_unavailable: 'no speech recogniser can be had at present',
  llm_unavailable: 'no language model can be had at present',
  tts_unavailable: 'no speech synthesis can be had at present',
  state_unavailable: 'session state cannot be stored at present',
  server_error: 'a fault of the server',
} as const;

export type ErrorCode = keyof typeof errorCodes;

export const errorTypes = z.enum(['invalid_request_error', 'server_error', 'rate_limit_exceeded']);
export type ErrorType = z.output<typeof errorTypes>;

/** The `error` object of an `error` event. Every key is present. */
export const protocolErrorObject = z
  .object({
    type: errorTypes,
    code: z.enum(namesOf(errorCodes)).nullable(),
    message: z.string(),
    /** Dotted path from the event's root, e.g. `item.content[0].text`. */
    param: z.string().nullable(),
    /** The client event's own id. */
    event_id: z.string().nullable(),
  })
  .readonly();

export type ProtocolError = z.output<typeof protocolErrorObject>;

function namesOf<Name extends string>(table: Readonly<Record<Name, string>>): Name[] {
  const isName = (key: string): key is Name => Object.hasOwn(table, key);
  return Object.keys(table).filter(isName);
}

interface Where {
  readonly param?: string | null | undefined;
  readonly eventId?: string | null | undefined;
}

/** The client's fault. */
export function requestError(code: ErrorCode, message: string, where: Where = {}): ProtocolError {
  return error('invalid_request_error', code, message, where);
}

/** The server's fault; `message` must not tell internals. */
export function serverError(code: ErrorCode, message: string, where: Where = {}): ProtocolError {
  return error('server_error', code, message, where);
}

export function rateLimitError(message: string, where: Where = {}): ProtocolError {
  return error('rate_limit_exceeded', 'rate_limit_exceeded', message, where);
}

function error(type: ErrorType, code: ErrorCode, message: string, where: Where): ProtocolError {
  return { type, code, message, param: where.param ?? null, event_id: where.eventId ?? null };
}

export const missingParameter = (param: string, eventId?: string | null): ProtocolError =>
  requestError('missing_required_parameter', `Missing required parameter: '${param}'.`, { param, eventId });

export const unknownParameter = (param: string, eventId?: string | null): ProtocolError =>
  requestError('unknown_parameter', `Unknown parameter: '${param}'.`, { param, eventId });

export const invalidType = (
  param: string,
  expected: string,
  got: string,
  eventId?: string | null,
): ProtocolError =>
  requestError('invalid_type', `Invalid type for '${param}': expected ${expected}, but got ${got} instead.`, {
    param,
    eventId,
  });

export const invalidValue = (param: string, message: string, eventId?: string | null): ProtocolError =>
  requestError('invalid_value', message, { param, eventId });
