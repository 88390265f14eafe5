import { decode, encode, v1 } from '@parley/contracts';
import { startRest, type TestRest } from '../test-support';

const { LIST, GET, CREATE, UPDATE, DELETE } = v1.RoutersRequest.Operation;
const bearer = { authorization: 'Bearer sk-one' };
const router = { name: 'support', displayName: 'S', routes: [], defaultRoute: { route_id: 'r' } };

let rest: TestRest;
let asked: v1.RoutersRequest[];
let answer: v1.RoutersReply.$Properties;
beforeEach(async () => {
  rest = await startRest({ PARLEY_API_KEYS: 'sk-one' });
  asked = [];
  answer = { routersJson: [JSON.stringify(router)] };
  await rest.bus.respond('parley.llm.routers', async (payload) => {
    asked.push(decode(v1.RoutersRequest, payload));
    return encode(v1.RoutersReply, answer);
  });
});
afterEach(() => rest.stop());

const call = (method: string, path: string, body?: unknown) =>
  rest.call(`/router/v1/routers${path}`, {
    method,
    headers: bearer,
    ...(body === undefined ? {} : { body }),
  });

it('carries every operation to the router', async () => {
  expect((await call('GET', '')).body).toEqual({ routers: [router] });
  expect((await call('GET', '/support')).body).toEqual(router);
  expect(await call('POST', '', router)).toMatchObject({ status: 201, body: router });
  const patched = await call('PATCH', '/support?update_mask=displayName,routes', { displayName: 'T' });
  expect(patched.body).toEqual({
    name: expect.stringMatching(/^operations\//),
    done: true,
    response: router,
  });
  answer = {};
  expect(await call('DELETE', '/support')).toMatchObject({ status: 200, body: {} });
  expect(asked.map(({ operation, name }) => [operation, name ?? ''])).toEqual([
    [LIST, ''],
    [GET, 'support'],
    [CREATE, ''],
    [UPDATE, 'support'],
    [DELETE, 'support'],
  ]);
  expect(asked[3]).toMatchObject({
    routerJson: '{"displayName":"T"}',
    updateMask: ['displayName', 'routes'],
  });
});

it.each([
  ['invalid_value', 400],
  ['not_found', 404],
  ['exists', 409],
  ['read_only', 403],
  ['unavailable', 503],
])('says %s as %i, with the field at fault', async (code, status) => {
  answer = { error: { code, message: 'no', param: 'routes[0].route' } };
  const reply = await call('POST', '', router);
  expect(reply.status).toBe(status);
  const param = status < 500 ? 'routes[0].route' : null;
  expect(reply.body).toMatchObject({ error: { message: expect.any(String), param } });
});

it('lets nobody in without a key, and takes objects alone', async () => {
  expect((await rest.call('/router/v1/routers')).status).toBe(401);
  expect((await call('POST', '', [1])).status).toBe(400);
  expect(asked).toEqual([]);
});
