import { Controller, Delete, Get, Param, Patch, Post, Query, UseFilters } from '@nestjs/common';
import { protocolError, requestError } from '@parley/protocol';
import { z } from 'zod';
import { doorError } from '../../doors/door-error';
import { VoiceList, type Voice } from '../../workers/voice-list';
import { HttpError } from '../http-error';
import { Operation, answers } from '../operation';
import { InworldErrorFilter } from './inworld-error.filter';
import { inLanguages, pageOf, toInworldVoice, voiceSchema, type InworldVoice } from './voices';

const listed = z.union([z.string(), z.array(z.string())]).transform((given) =>
  [given]
    .flat()
    .flatMap((text) => text.split(','))
    .filter((text) => text !== ''),
);

const query = z.object({
  languages: listed.default([]),
  pageSize: z.coerce.number().int().min(0).max(1000).default(0),
  pageToken: z.string().default(''),
});
const defaultPageSize = 1000;

const voicesSchema = z.object({ voices: z.array(voiceSchema), nextPageToken: z.string() });
const requestParams = { path: z.object({ id: z.string() }) };
const voice = answers('The voice.', voiceSchema);

const notHere = (what: string): HttpError =>
  new HttpError(
    501,
    requestError(
      'unsupported_parameter',
      `${what} is not supported by this server: its voices are those it was given.`,
    ),
  );

const refused = (summary: string) => ({
  summary: `${summary}: not supported, answered with 501`,
  responses: { 501: { description: 'Not supported by this server.' } },
});

/** Inworld's list of voices. None can be made, changed or removed. */
@Controller()
@UseFilters(InworldErrorFilter)
export class VoicesController {
  constructor(private readonly list: VoiceList) {}

  @Operation({
    summary: 'The voices that can be had, for Inworld’s clients',
    requestParams: { query },
    responses: answers('A page of voices.', voicesSchema),
  })
  @Get('voices/v1/voices')
  async voices(@Query() given: Record<string, unknown>): Promise<z.output<typeof voicesSchema>> {
    const { data, error } = query.safeParse(given);
    if (error) throw new HttpError(400, protocolError(error.issues, given, null));
    const voices = inLanguages(await this.#all(), data.languages);
    const page = pageOf(voices, data.pageSize || defaultPageSize, data.pageToken);
    if (page === undefined) {
      const message = 'The page token is none of this list.';
      throw new HttpError(400, requestError('invalid_value', message, { param: 'pageToken' }));
    }
    return { voices: page.items.map(toInworldVoice), nextPageToken: page.nextToken };
  }

  /** Ids have a slash, which clients may or may not encode. */
  @Operation({ summary: 'One voice, by id, name or alias', requestParams, responses: voice })
  @Get('voices/v1/voices/*id')
  async voice(@Param('id') segments: string | string[]): Promise<InworldVoice> {
    const id = [segments].flat().join('/').toLowerCase();
    const voices = await this.#all();
    const found = voices.find((one) =>
      [one.id, one.name, ...one.aliases].some((name) => name.toLowerCase() === id),
    );
    if (found !== undefined) return toInworldVoice(found);
    throw new HttpError(404, requestError('invalid_value', 'There is no such voice.', { param: 'voiceId' }));
  }

  /** The older list, which some clients still ask for. */
  @Operation({
    summary: 'The same, as it was before: `filter=language=en`',
    requestParams: { query: z.object({ filter: z.string().optional() }) },
    responses: answers('The voices.', z.object({ voices: z.array(voiceSchema) })),
  })
  @Get('tts/v1/voices')
  async olderVoices(@Query('filter') filter: unknown): Promise<{ voices: InworldVoice[] }> {
    const language = typeof filter === 'string' ? /^language=(.+)$/.exec(filter)?.[1] : undefined;
    if (filter !== undefined && language === undefined) {
      const message = 'The filter must be language=<code>.';
      throw new HttpError(400, requestError('invalid_value', message, { param: 'filter' }));
    }
    const voices = inLanguages(await this.#all(), language === undefined ? [] : [language]);
    return { voices: voices.map(toInworldVoice) };
  }

  @Operation(refused('Clone a voice'))
  @Post('voices/v1/voices\\:clone')
  clone(): never {
    throw notHere('Cloning a voice');
  }

  @Operation(refused('Design a voice'))
  @Post('voices/v1/voices\\:design')
  design(): never {
    throw notHere('Designing a voice');
  }

  @Operation({ ...refused('Publish a designed voice'), requestParams })
  @Post('voices/v1/voices/*id')
  publish(): never {
    throw notHere('Publishing a voice');
  }

  @Operation({ ...refused('Change a voice'), requestParams })
  @Patch('voices/v1/voices/*id')
  change(): never {
    throw notHere('Changing a voice');
  }

  @Operation({ ...refused('Remove a voice'), requestParams })
  @Delete('voices/v1/voices/*id')
  remove(): never {
    throw notHere('Removing a voice');
  }

  async #all(): Promise<readonly Voice[]> {
    try {
      return await this.list.all();
    } catch (error) {
      throw doorError(error, { refused: () => null });
    }
  }
}
