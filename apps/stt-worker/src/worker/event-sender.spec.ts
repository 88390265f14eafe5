import type { Stream } from '@parley/bus';
import { decode, v1 } from '@parley/contracts';
import { EventSender } from './event-sender';

/** A stream whose credit the test gives. */
function rig(credit: number) {
  const sent: string[] = [];
  const waiters: (() => void)[] = [];
  const state = { credit, closed: '' };
  const stream = {
    get closed() {
      return state.closed !== '';
    },
    send(payload: Uint8Array) {
      if (state.credit === 0) return false;
      state.credit--;
      const event = decode(v1.HearingEvent, payload);
      sent.push(event.partial ? `partial ${event.partial.text}` : String(event.event));
      return true;
    },
    ready: () => new Promise<void>((resolve) => waiters.push(resolve)),
    close: ({ code }: { code: string }) => void (state.closed = code),
  };
  const grant = async (frames: number): Promise<void> => {
    state.credit += frames;
    for (const waiter of waiters.splice(0)) waiter();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { sender: new EventSender(stream as unknown as Stream), sent, state, grant };
}

const partial = (text: string) => ({ partial: { utterance: 1, text } });

describe('the sender of events', () => {
  it('keeps the order while there is no credit, with the newest partial only', async () => {
    const { sender, sent, grant } = rig(1);
    sender.send({ speechStarted: { utterance: 1 } });
    sender.send(partial('a'));
    sender.send(partial('b'));
    sender.send({ turnCommitted: { utterance: 1 } });
    sender.send({ final: { utterance: 1, text: 'b' } });
    expect(sent).toEqual(['speechStarted']);
    await grant(2);
    expect(sent).toEqual(['speechStarted', 'partial b', 'turnCommitted']);
    await grant(5);
    expect(sent.at(-1)).toBe('final');
  });

  it('gives a caller up that takes nothing', () => {
    const { sender, state } = rig(0);
    for (let i = 0; i < 600; i++) sender.send({ speechStarted: { utterance: i } });
    expect(state.closed).toBe('caller_stalled');
  });
});
