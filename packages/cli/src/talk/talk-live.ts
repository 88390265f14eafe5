import { TalkError } from './errors';
import { readMicrophone } from './microphone';
import { findPlayer, findRecorder, noMicrophone, noPlayer } from './sound-tools';
import { Speaker } from './speaker';
import type { TalkEvent } from './talk-event';
import { TalkSession, type TalkOptions } from './talk-session';

/**
 * Talks through the microphone until `stopped` resolves. Speaking over a reply stops it, and the server is
 * told how much of it was heard. @throws TalkError
 */
export async function talkLive(
  options: TalkOptions & {
    readonly onEvent: (event: TalkEvent) => void;
    readonly onNotice: (text: string) => void;
    readonly stopped: Promise<void>;
  },
): Promise<void> {
  const recorder = findRecorder();
  if (recorder === undefined) throw new TalkError('refused', noMicrophone);
  const player = findPlayer();
  if (player === undefined) options.onNotice(noPlayer);
  const session = await TalkSession.connect(options);
  const speaker = player === undefined ? undefined : new Speaker(player);
  session.on((event) => {
    if (event.kind === 'reply-audio') speaker?.play(event.itemId, event.pcm);
    if (event.kind === 'speech-started') {
      const cut = speaker?.interrupt();
      if (cut !== undefined) session.truncate(cut.itemId, cut.heardMs);
    }
    options.onEvent(event);
  });
  let stopMicrophone = (): void => undefined;
  const ended = new Promise<TalkError | undefined>((resolve) => {
    session.onEnd(resolve);
    stopMicrophone = readMicrophone(recorder, (samples) => session.sendAudio(samples), resolve);
  });
  options.onNotice('talk to Parley (a headset keeps it from hearing itself); Ctrl-C ends');
  try {
    const error = await Promise.race([ended, options.stopped.then(() => undefined)]);
    if (error !== undefined) throw error;
  } finally {
    stopMicrophone();
    speaker?.stop();
    await session.close();
  }
}
