/** Injection tokens of what every service has. */
export const BUS = Symbol.for('parley.service.bus'); // Bus of @parley/bus
export const LOGGER = Symbol.for('parley.service.logger'); // Logger of @parley/telemetry
export const CONFIG = Symbol.for('parley.service.config'); // the service's own configuration
export const METRICS = Symbol.for('parley.service.metrics'); // Registry of prom-client
