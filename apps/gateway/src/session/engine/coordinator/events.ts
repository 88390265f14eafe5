import type { ClientExtras } from '../../extras';
import type { McpListedTool } from '@parley/protocol';
import type { SessionClientEvent } from '../../ports';
import type { PerceptionEvent } from '../perception/perception';
import type { SpokenWord } from '../playout/timeline';
import type { ModelEvent, Routing } from '../response/events';
import type { Failure } from '../response/state';
import type { CallResult } from '../tools/server-tool';
import type { Remembered } from '../memory/state';
import type { HearingEvent } from '../turn/events';

export type Service = 'stt' | 'persona' | 'llm' | 'tts';

/** What tts-worker sent: as in the response machine, but for the times it cannot know. */
export type SynthesisEvent =
  | { readonly type: 'segment_started'; readonly textStart: number; readonly textEnd: number }
  | { readonly type: 'audio'; readonly pcm: Uint8Array }
  | { readonly type: 'segment_done'; readonly words: readonly SpokenWord[] }
  | { readonly type: 'speech_done' }
  | { readonly type: 'speech_failed'; readonly failure: Failure; readonly retryable: boolean };

/** Everything that can happen to a session. */
export type EngineEvent =
  /** The client was told of the session. */
  | { readonly type: 'started' }
  | {
      readonly type: 'client';
      readonly event: SessionClientEvent;
      readonly extras?: ClientExtras | undefined;
    }
  /** Audio was received and broadcast: so many 16 kHz samples more. */
  | { readonly type: 'audio_received'; readonly samples: number }
  | { readonly type: 'hearing'; readonly event: HearingEvent }
  /** The recogniser has read all that was said before this sample, and owes no more words of it. */
  | { readonly type: 'hearing_goes_on'; readonly sample: number }
  | { readonly type: 'perceived'; readonly event: PerceptionEvent }
  | { readonly type: 'model'; readonly generation: number; readonly event: ModelEvent }
  | { readonly type: 'routed'; readonly generation: number; readonly routing: Routing }
  | { readonly type: 'speech'; readonly generation: number; readonly event: SynthesisEvent }
  /** Words of an audio item that the client created; null: they could not be had. */
  | {
      readonly type: 'item_transcribed';
      readonly itemId: string;
      readonly contentIndex: number;
      readonly text: string | null;
      readonly audioMs: number;
    }
  | {
      readonly type: 'link';
      readonly service: Service;
      readonly lane: string;
      /** lost: its worker is gone and another is being looked for; unavailable: none was found in time. */
      readonly status: 'open' | 'lost' | 'unavailable';
    }
  /** null: they could not be listed. */
  | {
      readonly type: 'tools_listed';
      readonly itemId: string;
      readonly tools: readonly McpListedTool[] | null;
      /** Why not; of those that were: which of the server's are not among them; empty = none. */
      readonly message: string;
    }
  /** What came of remembering a part of the conversation; null: it failed, for this reason. */
  | {
      readonly type: 'remembered';
      readonly job: number;
      readonly result: Remembered | null;
      readonly reason: string;
    }
  | { readonly type: 'tool_result'; readonly itemId: string; readonly result: CallResult }
  /** Nothing more may be spent: no response begins any more. */
  | { readonly type: 'budget_spent'; readonly message: string }
  | { readonly type: 'timer'; readonly key: TimerKey };

export type TimerKey =
  | 'commit'
  | 'decide'
  | 'muted'
  | 'rehear'
  | 'idle'
  | 'follow_up'
  | 'filler'
  | 'memory'
  | 'backchannel'
  | `transcript:${string}`
  | `watch:${string}`
  | `pace:${string}`
  | `tool:${string}`
  | `list:${string}`
  | `profile:${string}`;
