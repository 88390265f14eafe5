export { AllowList } from './allow-list';
export { OutboundError, outboundErrorIn, type OutboundErrorCode } from './errors';
export type { Resolve } from './guard';
export {
  defaultLimits,
  Outbound,
  type OutboundFetch,
  type OutboundLimits,
  type OutboundOptions,
} from './outbound';
