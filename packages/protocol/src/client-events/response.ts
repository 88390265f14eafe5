import { responseParamsSchema } from '../response';
import { clientEvent, itemId } from './envelope';

export const responseCreate = clientEvent('response.create', { response: responseParamsSchema.nullish() });
export const responseCancel = clientEvent('response.cancel', { response_id: itemId.nullish() });
