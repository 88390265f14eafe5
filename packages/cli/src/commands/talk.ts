import type { Command } from 'commander';
import type { Conversation } from '../talk/converse';
import { Display, terminalOutput, toJsonLine } from '../talk/display';
import type { TalkEvent } from '../talk/talk-event';
import { talkFile } from '../talk/talk-file';
import { talkLive } from '../talk/talk-live';
import type { TalkOptions } from '../talk/talk-session';

interface TalkFlags {
  readonly url: string;
  readonly key?: string;
  readonly model?: string;
  readonly voice?: string;
  readonly language?: string;
  readonly instructions?: string;
  readonly out?: string;
  readonly insecure: boolean;
  readonly json: boolean;
}

export function registerTalk(program: Command): void {
  program
    .command('talk')
    .description('speak a WAV file, or through the microphone, to a running Parley')
    .argument('[file.wav]', 'recording to speak in real time; without it the microphone is used')
    .option('--url <url>', 'gateway', defaultUrl(process.env))
    .option('--key <key>', 'API key (or PARLEY_API_KEY)', process.env['PARLEY_API_KEY'])
    .option('--model <provider/model>', 'language model')
    .option('--voice <voice>', 'voice of the replies')
    .option('--language <code>', 'language spoken, ISO-639-1; without it it is detected')
    .option('--instructions <text>', 'how to answer')
    .option('--insecure', 'take a TLS certificate that nobody vouches for', false)
    .option('--out <reply.wav>', 'keep the replies as a WAV file')
    .option('--json', 'one JSON line per event, a summary last', false)
    .action(async (file: string | undefined, flags: TalkFlags) => {
      process.exitCode = await (file === undefined ? live(flags) : fromFile(file, flags));
    });
}

const defaultUrl = (env: NodeJS.ProcessEnv): string =>
  env['PARLEY_URL'] ?? `ws://127.0.0.1:${env['PARLEY_PORT'] ?? '8080'}`;

function optionsOf(flags: TalkFlags): TalkOptions {
  const { url, key, model, voice, language, instructions } = flags;
  return {
    url,
    allowUntrusted: flags.insecure,
    ...(key === undefined ? {} : { key }),
    ...(model === undefined ? {} : { model }),
    ...(voice === undefined ? {} : { voice }),
    ...(language === undefined ? {} : { language }),
    ...(instructions === undefined ? {} : { instructions }),
  };
}

function shower(flags: TalkFlags): (event: TalkEvent) => void {
  if (flags.json) return (event) => console.log(toJsonLine(event));
  const display = new Display(terminalOutput(process.stdout));
  return (event) => display.show(event);
}

/** Exit code: 0 = everything said was heard and answered, 1 = a reply failed. */
async function fromFile(file: string, flags: TalkFlags): Promise<number> {
  const out = flags.out === undefined ? {} : { out: flags.out };
  const conversation = await talkFile(file, { ...optionsOf(flags), ...out, onEvent: shower(flags) });
  if (flags.json) console.log(JSON.stringify(summaryOf(conversation)));
  else if (flags.out !== undefined) console.log(`  reply   kept in ${flags.out}`);
  const failed = conversation.replies.some((reply) => reply.status === 'failed');
  return conversation.replies.length > 0 && !failed ? 0 : 1;
}

async function live(flags: TalkFlags): Promise<number> {
  const stopped = new Promise<void>((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
  const onNotice = (text: string): void => void process.stderr.write(`${text}\n`);
  await talkLive({ ...optionsOf(flags), onEvent: shower(flags), onNotice, stopped });
  return 0;
}

function summaryOf(conversation: Conversation): object {
  const [first] = conversation.replies;
  const { heard, replies, engines, timings, errors, spokenMs } = conversation;
  return {
    kind: 'summary',
    heard,
    answered: replies.map(({ text, status }) => ({ text, status })),
    first_audio_after_speech_ms:
      first?.firstAudioMs === undefined ? null : Math.round(first.firstAudioMs - spokenMs),
    engines,
    timings,
    errors,
  };
}
