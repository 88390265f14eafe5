import { limitIn, spokenDelayMs } from './retry-delay';

it.each([
  ['Please try again in 11.455s. Need more tokens?', 11_455],
  ['Please try again in 6ms.', 6],
  ['Please try again in 7m12s.', 432_000],
  ['Please try again in 1h2m3.5s.', 3_723_500],
  ['Please retry in 5.1s.', 5_100],
  ['Please retry after 26 seconds.', 26_000],
  ['Please try again in 5 minutes.', 300_000],
  ['Please try again in a moment.', undefined],
  ['Please try again later.', undefined],
  ['Limit 30000, Used 30000.', undefined],
])('%s', (message, ms) => {
  expect(spokenDelayMs(message)).toBe(ms);
});

it('reads what Google tells of a limit, and takes anything else for nothing', () => {
  const failure = { '@type': 'QuotaFailure', violations: [{ quotaId: 'PerDay' }, { quotaMetric: 'x' }] };
  expect(limitIn([null, failure, { '@type': 'RetryInfo', retryDelay: '5.5s' }])).toEqual({
    retryAfterMs: 5_500,
    quotaIds: ['PerDay', ''],
  });
  for (const odd of [
    undefined,
    null,
    'x',
    {},
    [{ retryDelay: 5, violations: 'x' }],
    [{ retryDelay: 'soon' }],
  ]) {
    expect(limitIn(odd)).toEqual({ retryAfterMs: undefined, quotaIds: [] });
  }
});
