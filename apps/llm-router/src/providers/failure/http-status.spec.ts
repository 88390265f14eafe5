import { isConnectionError } from './connection';
import { classifyStatus } from './http-status';
import { reportedIn, reportedOf } from './reported';

const classOf = (status: number, error: unknown): string =>
  classifyStatus(status, reportedIn(JSON.stringify(error))).errorClass;

const toolNamed = (name: string) => ({
  error: {
    message: `Invalid schema for function '${name}': it is not of type object.`,
    type: 'invalid_request_error',
  },
});

const openAiQuota = 'You exceeded your current quota, please check your plan and billing details.';
const groqLimit =
  'Rate limit reached for model `x` on tokens per minute (TPM): Limit 12000, Used 4437. Please try again in 11.455s. ' +
  'Need more tokens? Upgrade at https://console.groq.com/settings/billing';
const notPermitted = 'The caller does not have permission to execute the specified operation';
const buy = 'You can purchase credits on https://console.x.ai/team/c1.';
const anthropicLimit = (whose: string) => ({
  type: 'error',
  error: {
    type: 'invalid_request_error',
    message: `You have reached your specified ${whose} usage limits. You will regain access on 2026-12-01.`,
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
  [
    'a prompt that xAI holds to be unsafe',
    403,
    {
      code: 'The caller does not have permission to execute the specified operation',
      error: 'Content violates usage guidelines. Team: t, API key ID: k, Failed check: SAFETY_CHECK_TYPE_BIO',
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
  [
    403,
    { code: notPermitted, error: `Your newly created teams doesn't have any credits yet. ${buy}` },
    'quota',
  ],
  [
    403,
    { code: notPermitted, error: `Your newly created team doesn't have any credits or licenses yet.` },
    'quota',
  ],
  [403, { code: notPermitted, error: 'You have run out of credits or need a Grok subscription.' }, 'quota'],
  [
    403,
    { code: 'permission-denied', error: `Your team 1f has either used all available credits or more.` },
    'quota',
  ],
  [403, { error: { code: 'model_not_found', message: 'No access.' } }, 'model_gone'],
  [404, { error: { message: 'No endpoints found for some/model.' } }, 'model_gone'],
  [
    429,
    { error: { message: 'Rate limit reached: Limit 30000, Used 30000.', code: 'rate_limit_exceeded' } },
    'rate_limit',
  ],
  [429, { error: { message: 'Slow down', code: 'insufficient_quota' } }, 'quota'],
  [429, { error: { message: openAiQuota, type: 'insufficient_quota', code: 'insufficient_quota' } }, 'quota'],
  [
    429,
    { code: 'Some resource has been exhausted', error: 'Your team has used all available credits.' },
    'quota',
  ],
  [429, { error: { message: 'x', code: 'billing_not_active' } }, 'quota'],
  [429, { error: { message: openAiQuota, status: 'RESOURCE_EXHAUSTED' } }, 'quota'],
  [429, { error: { message: `${groqLimit}.`, type: 'tokens', code: 'rate_limit_exceeded' } }, 'rate_limit'],
  [429, { error: { message: `Rate limit reached. See billing.` } }, 'rate_limit'],
  [400, anthropicLimit('API'), 'quota'],
  [400, anthropicLimit('workspace API'), 'quota'],
  [
    412,
    { error: { message: 'Account acme is suspended, possibly due to reaching the monthly spending limit' } },
    'quota',
  ],
  [412, { error: { message: 'It is not as it was expected.' } }, 'caller_fault'],
  [400, { error: { message: 'Failed to call a function.', code: 'tool_use_failed' } }, 'transient'],
  [400, { error: { message: 'Failed to generate JSON.', code: 'json_validate_failed' } }, 'transient'],
])('%i with %j is %s', (status, error, errorClass) => {
  expect(classOf(status, error)).toBe(errorClass);
});

it('tells the network’s failures from a request that could not be made', () => {
  expect(isConnectionError({ cause: { code: 'UND_ERR_SOCKET' } })).toBe(true);
  expect(isConnectionError({ code: 'UND_ERR_INVALID_ARG' })).toBe(false);
});

describe('a limit', () => {
  const gemini = (message: string, ...details: object[]) =>
    classifyStatus(
      429,
      reportedIn(JSON.stringify({ error: { code: 429, status: 'RESOURCE_EXHAUSTED', message, details } })),
    );
  const violated = (quotaId: string) => ({ '@type': 'x/google.rpc.QuotaFailure', violations: [{ quotaId }] });
  const retryInfo = { '@type': 'x/google.rpc.RetryInfo', retryDelay: '5s' };

  it('that says when it passes is no spent credit, whatever page it names', () => {
    const minute = { errorClass: 'rate_limit', code: 'rate_limited' };
    const perMinute = violated('GenerateContentInputTokensPerModelPerMinute-FreeTier');
    expect(gemini(openAiQuota, perMinute, retryInfo)).toEqual({ ...minute, retryAfterMs: 5_000 });
    expect(gemini(`${openAiQuota} Please retry in 5.1s.`)).toEqual({ ...minute, retryAfterMs: 5_100 });
    expect(classifyStatus(429, reportedOf({ message: groqLimit, code: 'rate_limit_exceeded' }))).toEqual({
      ...minute,
      retryAfterMs: 11_455,
    });
  });

  it('of a day is left alone for longer than the minute that comes with it, and as one model’s own', () => {
    expect(
      gemini(openAiQuota, violated('GenerateRequestsPerDayPerProjectPerModel-FreeTier'), retryInfo),
    ).toEqual({
      errorClass: 'rate_limit',
      code: 'daily_quota_exceeded',
      retryAfterMs: 600_000,
    });
  });
});
