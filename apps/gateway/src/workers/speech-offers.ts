import { Inject, Injectable } from '@nestjs/common';
import { decode, encode, v1 } from '@parley/contracts';
import { invalidValue, type ProtocolError, type ResponseParams, type SessionPatch } from '@parley/protocol';
import { BUS, type Bus } from '@parley/service';
import { Known } from './known';
import { VoiceList, type Voice } from './voice-list';

const deadlineMs = 2_000;

interface Recognizer {
  /** "provider/model" */
  readonly id: string;
  /** ISO-639-1; empty = any. */
  readonly languages: readonly string[];
  readonly isDefault: boolean;
}

type Transcription = NonNullable<NonNullable<NonNullable<SessionPatch['audio']>['input']>['transcription']>;

/** What the workers of speech can do: a client is told at once what nobody here can. Nothing is refused on a guess. */
@Injectable()
export class SpeechOffers {
  readonly #voices: Known<readonly Voice[]>;
  readonly #recognizers: Known<readonly Recognizer[]>;

  constructor(
    @Inject(BUS) private readonly bus: Bus,
    voices: VoiceList,
  ) {
    const known = new LastTwo<Voice>();
    const heard = new LastTwo<Recognizer>();
    this.#voices = new Known(async () => known.with(await voices.all()));
    this.#recognizers = new Known(async () => heard.with(await this.#ask()));
  }

  /** Soon it will be known. */
  prepare(): void {
    void [this.#voices.answer, this.#recognizers.answer];
  }

  refusalOfSession(patch: SessionPatch): ProtocolError | undefined {
    const voice = patch.type === 'realtime' ? patch.audio?.output?.voice : undefined;
    const transcription = patch.audio?.input?.transcription;
    return (
      this.#unknownVoice('session', voice) ??
      this.#unknownRecognizer(transcription) ??
      this.#unknownLanguage(transcription)
    );
  }

  refusalOfResponse(params: ResponseParams): ProtocolError | undefined {
    return this.#unknownVoice('response', params.audio?.output?.voice);
  }

  #unknownVoice(root: string, voice: string | undefined): ProtocolError | undefined {
    const voices = voice === undefined ? undefined : this.#voices.answer;
    if (voice === undefined || voices === undefined) return undefined;
    const names = voices.flatMap(({ id, name, aliases }) => [id, name, ...aliases]);
    if (names.some((name) => name.toLowerCase() === voice.toLowerCase())) return undefined;
    const shown = voices
      .filter(({ engine }) => engine !== 'espeak')
      .flatMap(({ id, aliases }) => [id, ...aliases]);
    const param = `${root}.audio.output.voice`;
    const message = `Invalid value: '${voice.slice(0, 64)}'. There is no such voice. Voices: ${[...new Set(shown)].join(', ')}, espeak/<language>.`;
    return invalidValue(param, message);
  }

  /** `param` names a recogniser that nobody has; for what has been refused. */
  async refusalOfRecognizer(model: string, param: string): Promise<ProtocolError | undefined> {
    return unknownRecognizer(await this.#recognizers.fetch(), model, param);
  }

  #unknownRecognizer(transcription: Transcription | null | undefined): ProtocolError | undefined {
    const param = 'session.audio.input.transcription.model';
    return unknownRecognizer(this.#recognizers.answer, transcription?.model ?? '', param);
  }

  #unknownLanguage(transcription: Transcription | null | undefined): ProtocolError | undefined {
    if (transcription == null) return undefined;
    const { model, language, languages = [] } = transcription;
    const wanted = language === undefined ? languages : [language];
    const meant = (this.#recognizers.answer ?? []).filter(({ id, isDefault }) =>
      model.includes('/') ? id === model : isDefault,
    );
    const knows = ({ languages: known }: Recognizer): boolean =>
      known.length === 0 || wanted.some((code) => known.includes(primary(code)));
    if (wanted.length === 0 || meant.length === 0 || meant.some(knows)) return undefined;
    const param = `session.audio.input.transcription.${language === undefined ? 'languages' : 'language'}`;
    const ids = [...new Set(meant.map(({ id }) => id))].toSorted().join(' and ');
    const message = `Invalid value: '${wanted.join(', ')}'. ${ids} ${ids.includes(' ') ? 'do' : 'does'} not know this language.`;
    return invalidValue(param, message);
  }

  /** Of all workers: they need not be alike, and one recogniser may have other languages elsewhere. */
  async #ask(): Promise<readonly Recognizer[]> {
    const request = encode(v1.ListRecognizersRequest, {});
    const replies = await this.bus.gather('parley.stt.recognizers', request, deadlineMs);
    return replies.flatMap(recognizersOf);
  }
}

/** A worker that is slow for once is missing in one list: what was in the one before still counts. */
class LastTwo<Item> {
  #before: readonly Item[] = [];
  #newest: readonly Item[] = [];

  with(list: readonly Item[]): readonly Item[] {
    // It may be handed out twice while it is fresh.
    if (list !== this.#newest) [this.#before, this.#newest] = [this.#newest, list];
    return [...this.#newest, ...this.#before];
  }
}

/** A name without a slash is the default's: those are of other services. */
function unknownRecognizer(
  recognizers: readonly Recognizer[] | undefined,
  model: string,
  param: string,
): ProtocolError | undefined {
  if (recognizers === undefined || !model.includes('/') || recognizers.some(({ id }) => id === model)) {
    return undefined;
  }
  const ids = [...new Set(recognizers.map(({ id }) => id))].toSorted().join(', ');
  const message = `Invalid value: '${model.slice(0, 64)}'. There is no such recogniser. Recognisers: ${ids}; a name without a slash is the default.`;
  return invalidValue(param, message);
}

const recognizersOf = (reply: Uint8Array): Recognizer[] =>
  (decode(v1.ListRecognizersReply, reply).recognizers ?? []).map(({ id, languages, isDefault }) => ({
    id: id ?? '',
    languages: languages ?? [],
    isDefault: isDefault ?? false,
  }));

const primary = (code: string): string => code.toLowerCase().split('-')[0] ?? '';
