import { imageBytes, maxImageBytes } from './image';
import { parseClientEvent } from './parse';

const part = (fields: object) => ({ type: 'input_image', ...fields });
const create = (...content: object[]) => ({
  type: 'conversation.item.create',
  item: { type: 'message', role: 'user', content },
});
const png = 'data:image/png;base64,AAAA';

it('takes images as data URIs, beside other parts, and looks at them as closely as it likes unless told', () => {
  const text = { type: 'input_text', text: 'What is this?' };
  const event = create(text, part({ image_url: png }), part({ image_url: png, detail: 'low' }));
  expect(parseClientEvent(event).ok).toMatchObject({
    item: {
      content: [
        text,
        { type: 'input_image', image_url: png, detail: 'auto' },
        { type: 'input_image', image_url: png, detail: 'low' },
      ],
    },
  });
});

it.each([
  ['nothing', {}, 'missing_required_parameter', 'image_url'],
  ['an address: it is not fetched', { image_url: 'https://example.org/a.png' }, 'invalid_value', 'image_url'],
  ['another kind of file', { image_url: 'data:image/svg+xml;base64,AAAA' }, 'invalid_value', 'image_url'],
  ['what is no base64', { image_url: 'data:image/png;base64,A*AA' }, 'invalid_value', 'image_url'],
  ['no byte', { image_url: 'data:image/png;base64,' }, 'invalid_value', 'image_url'],
  ['an unknown detail', { image_url: png, detail: 'huge' }, 'invalid_value', 'detail'],
  ['an unknown field', { image_url: png, file_id: 'x' }, 'unknown_parameter', 'file_id'],
])('refuses %s by name', (_name, fields, code, param) => {
  const full = `item.content[0].${param}`;
  expect(parseClientEvent(create(part(fields))).error).toMatchObject({ code, param: full });
  const respond = { type: 'response.create', response: { input: [create(part(fields)).item] } };
  expect(parseClientEvent(respond).error?.param).toBe(full.replace('item', 'response.input[0]'));
});

it('refuses an image that is too large', () => {
  const of = (bytes: number): string => `data:image/jpeg;base64,${Buffer.alloc(bytes).toString('base64')}`;
  expect(imageBytes(of(100))).toBe(100);
  expect(parseClientEvent(create(part({ image_url: of(maxImageBytes) }))).error).toBeUndefined();
  expect(parseClientEvent(create(part({ image_url: of(maxImageBytes + 1) }))).error).toMatchObject({
    code: 'invalid_value',
    param: 'item.content[0].image_url',
    message: expect.stringContaining('4 MiB'),
  });
});

it('an image is the user’s alone', () => {
  const event = create(part({ image_url: png }));
  const of = (role: string) => parseClientEvent({ ...event, item: { ...event.item, role } }).error;
  expect(of('system')).toMatchObject({ param: 'item.content[0].text' });
  expect(of('assistant')).toMatchObject({ param: 'item.content[0].text' });
});
