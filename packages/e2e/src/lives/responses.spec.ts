import { field, recordedUtterance } from '@parley/testing';
import type { ReceivedEvent, RealtimeClient } from '@parley/testing';
import { Conversation } from '../support/conversation';
import { Names, lines, score } from '../support/score';
import { tapped } from '../support/tapped';
import { Shop } from '../support/tool-sites';
import { barrier } from '../support/turns';

const weather = { type: 'function', name: 'weather', parameters: { type: 'object', properties: {} } };
const wrote = (text: string) => ({
  type: 'conversation.item.create',
  item: { type: 'message', role: 'user', content: [{ type: 'input_text', text }] },
});

/** The lives of responses that a client asks for: everything it is told, in its order. */
describe('the life of a response', () => {
  const here = tapped(
    'lives-responses',
    { client: 'the lives of the protocol', dialect: 'GA, WebSocket' },
    {
      env: {
        PARLEY_TEST_TRANSCRIPT: 'Tell me more.',
        PARLEY_TEST_LLM_TOKEN_MS: '10',
        PARLEY_OUTBOUND_ALLOW: '127.0.0.1',
      },
    },
  );

  it('a session begins before the client says anything, and ends as the client wishes', async () => {
    const { client } = await Conversation.open(here.tap.url.replace('http', 'ws'));
    expect(client.types()).toEqual(['session.created', 'session.updated']);
    await client.close();
    expect(client.closeCode).toBe(1000);
  });

  it('text', async () => {
    const { client } = await Conversation.open(here.tap.url.replace('http', 'ws'), {
      output_modalities: ['text'],
    });
    const from = client.mark();
    client.send(wrote('Hello'));
    client.send({ type: 'response.create' });
    await client.waitFor('response.done');
    expect(score(client.events.slice(from))).toEqual(
      lines(`
        conversation.item.added after ∅: I1 completed user input_text("Hello")
        conversation.item.done after ∅: I1 completed user input_text("Hello")
        response.created R1 in_progress
        response.output_item.added R1[0] I2 in_progress assistant
        conversation.item.added after I1: I2 in_progress assistant
        response.content_part.added I2 text("")
          Δ I2
        response.output_text.done I2 "You said: Hello."
        response.content_part.done I2 text("You said: Hello.")
        conversation.item.done after I1: I2 completed assistant output_text("You said: Hello.")
        response.output_item.done R1[0] I2 completed assistant output_text("You said: Hello.")
        response.done R1 completed I2
      `),
    );
    await client.close();
  });

  it('a turn of push-to-talk', async () => {
    const { client } = await Conversation.open(here.tap.url.replace('http', 'ws'), {
      audio: { input: { turn_detection: null, transcription: { model: 'whisper-1' } } },
    });
    const from = client.mark();
    await client.speak(recordedUtterance(), { realTime: false });
    client.send({ type: 'input_audio_buffer.commit' });
    client.send({ type: 'response.create' });
    await client.waitFor('response.done');
    expect(score(client.events.slice(from))).toEqual(
      lines(`
        input_audio_buffer.committed after ∅: I1
        conversation.item.added after ∅: I1 completed user input_audio(∅)
        conversation.item.done after ∅: I1 completed user input_audio(∅)
        response.created R1 in_progress
        response.output_item.added R1[0] I2 in_progress assistant
        conversation.item.added after I1: I2 in_progress assistant
        response.content_part.added I2 audio("")
          Δ I2
        response.output_audio.done I2
        response.output_audio_transcript.done I2 "You said: Tell me more.."
        response.content_part.done I2 audio("You said: Tell me more..")
        conversation.item.done after I1: I2 completed assistant output_audio("You said: Tell me more..")
        response.output_item.done R1[0] I2 completed assistant output_audio("You said: Tell me more..")
        response.done R1 completed I2
      `),
    );
    await client.close();
  });

  it('a function call, its output, and the answer that is asked for', async () => {
    const { client } = await Conversation.open(here.tap.url.replace('http', 'ws'), {
      tools: [weather],
      output_modalities: ['text'],
    });
    const from = client.mark();
    client.send(wrote('[[tool: weather {"city":"Ulm"}]]'));
    client.send({ type: 'response.create' });
    const done = await client.waitFor('response.done');
    const [call] = (done.body['response'] as { output: { call_id: string }[] }).output;
    client.send({
      type: 'conversation.item.create',
      item: { type: 'function_call_output', call_id: call?.call_id, output: 'Rain' },
    });
    await barrier(client);
    const followUp = client.mark();
    client.send({ type: 'response.create' });
    await client.waitFor('response.done', { from: followUp });
    const names = new Names();
    expect(score(client.events.slice(from, followUp), names)).toEqual(
      lines(`
        conversation.item.added after ∅: I1 completed user input_text("[[tool: weather {"city":"Ulm"}]]")
        conversation.item.done after ∅: I1 completed user input_text("[[tool: weather {"city":"Ulm"}]]")
        response.created R1 in_progress
        response.output_item.added R1[0] I2 in_progress K1 weather()
        conversation.item.added after I1: I2 in_progress K1 weather()
          Δ I2
        response.function_call_arguments.done I2 K1 weather({"city":"Ulm"})
        conversation.item.done after I1: I2 completed K1 weather({"city":"Ulm"})
        response.output_item.done R1[0] I2 completed K1 weather({"city":"Ulm"})
        response.done R1 completed I2
        conversation.item.added after I2: I3 completed K1 = Rain
        conversation.item.done after I2: I3 completed K1 = Rain
        error item_retrieve_invalid_item_id item_id
      `),
    );
    expect(score(client.events.slice(followUp), names)).toEqual(
      lines(`
        response.created R2 in_progress
        response.output_item.added R2[0] I4 in_progress assistant
        conversation.item.added after I3: I4 in_progress assistant
        response.content_part.added I4 text("")
          Δ I4
        response.output_text.done I4 "The tool said Rain."
        response.content_part.done I4 text("The tool said Rain.")
        conversation.item.done after I3: I4 completed assistant output_text("The tool said Rain.")
        response.output_item.done R2[0] I4 completed assistant output_text("The tool said Rain.")
        response.done R2 completed I4
      `),
    );
    await client.close();
  });

  it('words and two function calls', async () => {
    const { client } = await Conversation.open(here.tap.url.replace('http', 'ws'), {
      tools: [weather],
      output_modalities: ['text'],
    });
    const from = client.mark();
    client.send(wrote('[[reply: Let me see.]] [[tool: weather {"city":"Ulm"}]] [[tool: weather]]'));
    client.send({ type: 'response.create' });
    await client.waitFor('response.done');
    expect(score(client.events.slice(from))).toEqual(
      lines(`
        conversation.item.added after ∅: I1 completed user input_text("[[reply: Let me see.]] [[tool: weather {"city":"Ulm"}]] [[tool: weather]]")
        conversation.item.done after ∅: I1 completed user input_text("[[reply: Let me see.]] [[tool: weather {"city":"Ulm"}]] [[tool: weather]]")
        response.created R1 in_progress
        response.output_item.added R1[0] I2 in_progress assistant
        conversation.item.added after I1: I2 in_progress assistant
        response.content_part.added I2 text("")
          Δ I2
        response.output_text.done I2 "Let me see."
        response.content_part.done I2 text("Let me see.")
        conversation.item.done after I1: I2 completed assistant output_text("Let me see.")
        response.output_item.done R1[0] I2 completed assistant output_text("Let me see.")
        response.output_item.added R1[1] I3 in_progress K1 weather()
        conversation.item.added after I2: I3 in_progress K1 weather()
          Δ I3
        response.function_call_arguments.done I3 K1 weather({"city":"Ulm"})
        conversation.item.done after I2: I3 completed K1 weather({"city":"Ulm"})
        response.output_item.done R1[1] I3 completed K1 weather({"city":"Ulm"})
        response.output_item.added R1[2] I4 in_progress K2 weather()
        conversation.item.added after I3: I4 in_progress K2 weather()
          Δ I4
        response.function_call_arguments.done I4 K2 weather({})
        conversation.item.done after I3: I4 completed K2 weather({})
        response.output_item.done R1[2] I4 completed K2 weather({})
        response.done R1 completed I2,I3,I4
      `),
    );
    await client.close();
  });

  it('a call stays open while the conversation goes on, and its late output is one more item', async () => {
    const { client } = await Conversation.open(here.tap.url.replace('http', 'ws'), {
      tools: [weather],
      output_modalities: ['text'],
    });
    client.send(wrote('[[tool: weather]]'));
    client.send({ type: 'response.create' });
    const done = await client.waitFor('response.done');
    const meanwhile = client.mark();
    client.send(wrote('Never mind'));
    client.send({ type: 'response.create' });
    await client.waitFor('response.done', { from: meanwhile });
    const names = new Names();
    score(client.events, names);
    const from = client.mark();
    const call_id = field(done, 'response.output.0.call_id');
    client.send({
      type: 'conversation.item.create',
      item: { type: 'function_call_output', call_id, output: 'Rain' },
    });
    await client.waitFor('conversation.item.done', { from });
    await barrier(client);
    expect(score(client.events.slice(from, -1), names)).toEqual(
      lines(`
        conversation.item.added after I4: I5 completed K1 = Rain
        conversation.item.done after I4: I5 completed K1 = Rain
      `),
    );
    await client.close();
  });

  it('cancelled by the client', async () => {
    const { client } = await Conversation.open(here.tap.url.replace('http', 'ws'));
    client.send(wrote('[[repeat: 40]]'));
    await client.waitFor('conversation.item.done');
    const names = new Names();
    score(client.events, names);
    const from = client.mark();
    client.send({ type: 'response.create' });
    await client.waitFor('response.output_audio.delta');
    client.send({ type: 'response.cancel' });
    await client.waitFor('response.done');
    expect(score(client.events.slice(from), names).map(withoutWords)).toEqual(
      lines(`
        response.created R1 in_progress
        response.output_item.added R1[0] I2 in_progress assistant
        conversation.item.added after I1: I2 in_progress assistant
        response.content_part.added I2 audio("")
          Δ I2
        response.output_audio.done I2
        response.output_audio_transcript.done I2 "…"
        response.content_part.done I2 audio("…")
        conversation.item.done after I1: I2 incomplete assistant output_audio("…")
        response.output_item.done R1[0] I2 incomplete assistant output_audio("…")
        response.done R1 cancelled (client_cancelled) I2
      `),
    );
    await client.close();
  });

  it('out of band: no item enters the conversation', async () => {
    const { client } = await Conversation.open(here.tap.url.replace('http', 'ws'));
    const from = client.mark();
    const metadata = { topic: 'aside' };
    client.send({
      type: 'response.create',
      response: { conversation: 'none', metadata, output_modalities: ['text'], input: [wrote('Aside').item] },
    });
    const done = await client.waitFor('response.done');
    expect(done.body['response']).toMatchObject({ metadata, conversation_id: null });
    expect(score(client.events.slice(from))).toEqual(
      lines(`
        response.created R1 in_progress out of band
        response.output_item.added R1[0] I1 in_progress assistant
        response.content_part.added I1 text("")
          Δ I1
        response.output_text.done I1 "You said: Aside."
        response.content_part.done I1 text("You said: Aside.")
        response.output_item.done R1[0] I1 completed assistant output_text("You said: Aside.")
        response.done R1 completed out of band I1
      `),
    );
    await client.close();
  });

  it('out of band, cancelled by its id', async () => {
    const { client } = await Conversation.open(here.tap.url.replace('http', 'ws'));
    const input = [wrote('[[repeat: 40]]').item];
    client.send({ type: 'response.create', response: { conversation: 'none', input } });
    const created = await client.waitFor('response.created');
    await client.waitFor('response.output_audio.delta');
    client.send({ type: 'response.cancel', response_id: field(created, 'response.id') });
    const done = await client.waitFor('response.done');
    expect(score([done])).toEqual(['response.done R1 cancelled (client_cancelled) out of band I1']);
    await client.close();
  });

  describe('with an MCP server', () => {
    const shop = new Shop();
    beforeAll(() => shop.start());
    afterAll(() => shop.stop());

    const shopTool = (fields: object) => ({
      ...{ type: 'mcp', server_label: 'shop', server_url: `${shop.url}/mcp` },
      allowed_tools: ['find', 'fail'],
      ...fields,
    });
    const open = async (tools: object[]): Promise<RealtimeClient> => {
      const { client } = await Conversation.open(here.tap.url.replace('http', 'ws'), {
        output_modalities: ['text'],
      });
      client.send({ type: 'session.update', session: { type: 'realtime', tools } });
      return client;
    };
    const isListed = (e: ReceivedEvent): boolean =>
      e.type === 'conversation.item.done' && field(e, 'item.type') === 'mcp_list_tools';
    /** So many responses later. */
    const answers = async (client: RealtimeClient, from: number, count: number): Promise<ReceivedEvent[]> => {
      const since = (): ReceivedEvent[] => client.events.slice(from);
      const isDone = ({ type }: ReceivedEvent): boolean => type === 'response.done';
      await client.waitFor(() => since().filter(isDone).length === count, { from, timeoutMs: 20_000 });
      return since();
    };

    it('its tools listed, one called, and the result spoken of', async () => {
      const client = await open([shopTool({ require_approval: 'never' })]);
      await client.waitFor(isListed);
      const names = new Names();
      expect(score(client.events.slice(2), names)).toEqual(
        lines(`
        session.updated
        mcp_list_tools.in_progress I1
        conversation.item.added after ∅: I1 shop offers []
        mcp_list_tools.completed I1
        conversation.item.done after ∅: I1 shop offers [find,fail]
        `),
      );
      const from = client.mark();
      client.send(wrote('[[tool: find {"what":"pears"}]]'));
      client.send({ type: 'response.create' });
      expect(score(await answers(client, from, 2), names)).toEqual(
        lines(`
        conversation.item.added after I1: I2 completed user input_text("[[tool: find {"what":"pears"}]]")
        conversation.item.done after I1: I2 completed user input_text("[[tool: find {"what":"pears"}]]")
        response.created R1 in_progress
        response.output_item.added R1[0] I3 shop.find() = ∅
        conversation.item.added after I2: I3 shop.find() = ∅
          Δ I3
        response.mcp_call_arguments.done I3 ({"what":"pears"})
        response.mcp_call.in_progress I3
        response.mcp_call.completed I3
        conversation.item.done after I2: I3 shop.find({"what":"pears"}) = two pears
        response.output_item.done R1[0] I3 shop.find({"what":"pears"}) = two pears
        response.done R1 completed I3
        response.created R2 in_progress
        response.output_item.added R2[0] I4 in_progress assistant
        conversation.item.added after I3: I4 in_progress assistant
        response.content_part.added I4 text("")
          Δ I4
        response.output_text.done I4 "The tool said two pears."
        response.content_part.done I4 text("The tool said two pears.")
        conversation.item.done after I3: I4 completed assistant output_text("The tool said two pears.")
        response.output_item.done R2[0] I4 completed assistant output_text("The tool said two pears.")
        response.done R2 completed I4
        `),
      );
      await client.close();
    });

    it('asked for leave, given it, and told of a tool that fails', async () => {
      const client = await open([shopTool({ require_approval: 'always' })]);
      await client.waitFor(isListed);
      const names = new Names();
      const asked = client.mark();
      client.send(wrote('[[tool: fail]]'));
      client.send({ type: 'response.create' });
      const request = await client.waitFor((e) => field(e, 'item.type') === 'mcp_approval_request');
      expect(score(await answers(client, asked, 1), names)).toEqual(
        lines(`
        conversation.item.added after I1: I2 completed user input_text("[[tool: fail]]")
        conversation.item.done after I1: I2 completed user input_text("[[tool: fail]]")
        response.created R1 in_progress
        response.output_item.added R1[0] I3 may shop.fail({})?
        conversation.item.added after I2: I3 may shop.fail({})?
        conversation.item.done after I2: I3 may shop.fail({})?
        response.output_item.done R1[0] I3 may shop.fail({})?
        response.done R1 completed I3
        `),
      );
      const given = client.mark();
      const item = {
        type: 'mcp_approval_response',
        approval_request_id: field(request, 'item.id'),
        approve: true,
      };
      client.send({ type: 'conversation.item.create', item });
      expect(score(await answers(client, given, 2), names)).toEqual(
        lines(`
        conversation.item.added after I3: I4 I3 yes
        conversation.item.done after I3: I4 I3 yes
        response.created R2 in_progress
        response.output_item.added R2[0] I5 shop.fail() = ∅
        conversation.item.added after I4: I5 shop.fail() = ∅
          Δ I5
        response.mcp_call_arguments.done I5 ({})
        response.mcp_call.in_progress I5
        response.mcp_call.failed I5
        conversation.item.done after I4: I5 shop.fail({}) = tool_execution_error: sold out
        response.output_item.done R2[0] I5 shop.fail({}) = tool_execution_error: sold out
        response.done R2 completed I5
        response.created R3 in_progress
        response.output_item.added R3[0] I6 in_progress assistant
        conversation.item.added after I5: I6 in_progress assistant
        response.content_part.added I6 text("")
          Δ I6
        response.output_text.done I6 "The tool said The tool failed: sold out."
        response.content_part.done I6 text("The tool said The tool failed: sold out.")
        conversation.item.done after I5: I6 completed assistant output_text("The tool said The tool failed: sold out.")
        response.output_item.done R3[0] I6 completed assistant output_text("The tool said The tool failed: sold out.")
        response.done R3 completed I6
        `),
      );
      await client.close();
    });

    it('a server that cannot be reached: its list fails, and the session goes on', async () => {
      const client = await open([shopTool({ server_url: 'http://127.0.0.1:9/mcp' })]);
      await client.waitFor(isListed);
      expect(score(client.events.slice(2))).toEqual(
        lines(`
        session.updated
        mcp_list_tools.in_progress I1
        conversation.item.added after ∅: I1 shop offers []
        mcp_list_tools.failed I1
        conversation.item.done after ∅: I1 shop offers []
        `),
      );
      await client.close();
    });
  });

  it('items put in their place, read and taken out', async () => {
    const { client } = await Conversation.open(here.tap.url.replace('http', 'ws'));
    const from = client.mark();
    const item = { type: 'message', role: 'system', content: [{ type: 'input_text', text: 'Be kind.' }] };
    client.send(wrote('Hello'));
    client.send({
      type: 'conversation.item.create',
      previous_item_id: 'root',
      item: { ...item, id: 'item_mine' },
    });
    client.send({ type: 'conversation.item.retrieve', item_id: 'item_mine' });
    client.send({ type: 'conversation.item.delete', item_id: 'item_mine' });
    client.send({ type: 'conversation.item.delete', item_id: 'item_mine' });
    await client.waitFor('error');
    expect(score(client.events.slice(from))).toEqual(
      lines(`
        conversation.item.added after ∅: I1 completed user input_text("Hello")
        conversation.item.done after ∅: I1 completed user input_text("Hello")
        conversation.item.added after ∅: I2 completed system input_text("Be kind.")
        conversation.item.done after ∅: I2 completed system input_text("Be kind.")
        conversation.item.retrieved I2 completed system input_text("Be kind.")
        conversation.item.deleted I2
        error item_delete_invalid_item_id item_id
      `),
    );
    await client.close();
  });
});

/** How far it had come when it was stopped is chance. */
const withoutWords = (line: string): string => line.replace(/"This is.*"/, '"…"');
