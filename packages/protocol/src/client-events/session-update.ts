import { z } from 'zod';
import { sessionPatchSchema } from '../session-patch';
import { clientEvent } from './envelope';

export const sessionUpdate = clientEvent('session.update', { session: sessionPatchSchema });
export type SessionUpdateEvent = z.output<typeof sessionUpdate>;
