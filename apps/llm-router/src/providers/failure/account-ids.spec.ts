import { withoutAccountIds } from './account-ids';

const uuid = '0d6c31c4-b7a1-4f0e-9c7e-6b1d5b0e7a11';

it.each([
  [
    `Content violates usage guidelines. Team: ${uuid}, API key ID: ${uuid}, Model: grok-4-0709, Failed check: SAFETY_CHECK_TYPE_BIO`,
    'Content violates usage guidelines. Team: ***, API key ID: ***, Model: grok-4-0709, Failed check: SAFETY_CHECK_TYPE_BIO',
  ],
  [
    'Rate limit reached for model `llama-3.3-70b-versatile` in organization `org_01hq` service tier `on_demand` on tokens per minute (TPM): Limit 12000, Used 4437.',
    'Rate limit reached for model `llama-3.3-70b-versatile` in organization *** service tier `on_demand` on tokens per minute (TPM): Limit 12000, Used 4437.',
  ],
  [
    'Rate limit reached for gpt-4.1 in organization org-AbCdEf on tokens per min',
    'Rate limit reached for gpt-4.1 in organization *** on tokens per min',
  ],
  [
    'Account acme is suspended. See https://fireworks.ai/account/billing.',
    'Account *** is suspended. See https://fireworks.ai/account/billing.',
  ],
  [`the rate limit (org: ${uuid}, model: claude-opus-4)`, 'the rate limit (org: ***, model: claude-opus-4)'],
  [`Your team ${uuid} has used all credits`, 'Your team *** has used all credits'],
  [
    `Visit https://console.x.ai/team/${uuid} to buy more.`,
    'Visit https://console.x.ai/team/*** to buy more.',
  ],
  [
    'It has not been used in project 123456 before: https://x.y/overview?project=123456.',
    'It has not been used in project *** before: https://x.y/overview?project=***.',
  ],
  [
    'Project `proj_AbC` does not have access to model `gpt-4.1`',
    'Project *** does not have access to model `gpt-4.1`',
  ],
  [
    'Incorrect API key provided: sk-proj-ab***************xyz. You can find yours here.',
    'Incorrect API key provided: ***. You can find yours here.',
  ],
  ['Rate limit reached for org-SECRETORG123 on requests', 'Rate limit reached for *** on requests'],
  [
    'Limit reached (org-abcdefghijklmnopqrstuvwx, proj_Ab1cdE, user-A1b2C3d4): try again.',
    'Limit reached (***, ***, ***): try again.',
  ],
  ['acct_1AbCdE has no access; wrkspc_01AbC neither.', '*** has no access; *** neither.'],
])('hides whose account it is: %s', (message, shown) => {
  expect(withoutAccountIds(message)).toBe(shown);
});

it.each([
  "Invalid schema for function 'get_account': it is not of type object.",
  'Your organization must be verified to use the model `gpt-5`.',
  'API key not valid. Please pass a valid API key.',
  'No tool call found for function call output with call_id call_AbC123.',
  'The model `gpt-4.1` does not exist or your account has no access to it.',
  "This model's maximum context length is 8192 tokens. However, your messages resulted in 20000 tokens.",
  "Invalid schema for function 'org_members': an org-wide list, as in proj_dir and the user-agent.",
  'Unknown field acct_name of my-org-2024.',
])('leaves the rest as it is: %s', (message) => {
  expect(withoutAccountIds(message)).toBe(message);
});
