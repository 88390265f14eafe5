export {
  BUS_TRANSPORT,
  BusError,
  RequestHandler,
  StreamHandler,
  type Bus,
  type Incoming,
  type Stream,
  type StreamHandlers,
} from '@parley/bus';
export { bootService, type RunningService, type ServiceOptions } from './boot';
export * from './drain';
export { HealthRoutes } from './health';
export * from './readiness';
export { Resources } from './resources';
export { runService } from './run';
export * from './tokens';
export { endUnread, unreadLimitMs } from './unread';
