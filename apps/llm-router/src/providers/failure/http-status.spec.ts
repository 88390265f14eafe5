import { isConnectionError } from './connection';
import { classifyStatus } from './http-status';
import { reportedIn } from './reported';

const classOf = (status: number, error: unknown): string =>
  classifyStatus(status, reportedIn(JSON.stringify(error))).errorClass;

const toolNamed = (name: string) => ({
  error: {
    message: `Invalid schema for function '${name}': it is not of type object.`,
    type: 'invalid_request_error',
  },
});

it.each([
  ['a tool named for money', 400, toolNamed('get_billing_info')],
  ['a tool named for keys', 400, toolNamed('rotate_api_key')],
  [
    'words of the request beside the error',
    400,
    { error: { message: 'Bad' }, input: 'insufficient_quota, api key' },
  ],
  [
    'an input that was flagged',
    403,
    { error: { message: 'Your input was flagged for "my api key".', code: 403 } },
  ],
  [
    'a flagged text beside the error',
    403,
    { error: { message: 'Flagged', metadata: { text: 'api key not found' } } },
  ],
  [
    'a request larger than a minute’s tokens',
    429,
    {
      error: {
        message:
          'Request too large for gpt-4.1 in organization org-x on tokens per min (TPM): Limit 30000, Requested 37313.',
        type: 'tokens',
        code: 'rate_limit_exceeded',
      },
    },
  ],
  ['no endpoint that takes tools', 404, { error: { message: 'No endpoints found that support tool use.' } }],
])('%s is the request’s own fault', (_, status, error) => {
  expect(classOf(status, error)).toBe('caller_fault');
});

it.each([
  [400, { error: { message: 'Your credit balance is too low to access the API.' } }, 'quota'],
  [400, { error: { message: 'x', code: 'billing_hard_limit_reached' } }, 'quota'],
  [400, [{ error: { message: 'API key not valid. Please pass a valid API key.' } }], 'credential'],
  [400, { code: 'invalid argument', error: 'Incorrect API key provided: sk***' }, 'credential'],
  [403, { error: { type: 'permission_error', message: 'No.' } }, 'credential'],
  [403, { code: 'The caller does not have permission', error: 'No.' }, 'credential'],
  [403, { error: { code: 'model_not_found', message: 'No access.' } }, 'model_gone'],
  [404, { error: { message: 'No endpoints found for some/model.' } }, 'model_gone'],
  [
    429,
    { error: { message: 'Rate limit reached: Limit 30000, Used 30000.', code: 'rate_limit_exceeded' } },
    'rate_limit',
  ],
  [429, { error: { message: 'Slow down', code: 'insufficient_quota' } }, 'quota'],
])('%i with %j is %s', (status, error, errorClass) => {
  expect(classOf(status, error)).toBe(errorClass);
});

it('tells the network’s failures from a request that could not be made', () => {
  expect(isConnectionError({ cause: { code: 'UND_ERR_SOCKET' } })).toBe(true);
  expect(isConnectionError({ code: 'UND_ERR_INVALID_ARG' })).toBe(false);
});
