import { randomBytes } from 'node:crypto';
import { z } from 'zod';

/** Schemas of the variables that several services share, to be put under their variable's name. */

const url = (protocols: readonly string[], example: string) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), {
    message: `must be a URL such as ${example}`,
  });

/** One server, or several of one cluster separated by commas. */
export const natsUrl = z
  .string()
  .default('nats://127.0.0.1:4222')
  .refine(
    (text) => text.split(',').every((part) => url(['nats:', 'tls:'], '').safeParse(part.trim()).success),
    { message: 'must be one or more URLs such as nats://127.0.0.1:4222, separated by commas' },
  );

export const redisUrl = url(['redis:', 'rediss:'], 'redis://127.0.0.1:6379').default(
  'redis://127.0.0.1:6379',
);

export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

export const logLevel = z.enum(logLevels).default('info');

export const integer = (min: number, max: number) =>
  z
    .string()
    .regex(/^-?\d+$/, 'must be a whole number')
    .transform(Number)
    .pipe(z.number().min(min).max(max));

/** 0 = any free port. */
export const port = (fallback: number) => integer(0, 65_535).prefault(String(fallback));

/** 0 = any free port. */
export const healthPort = port;

/** Address to listen on. Loopback unless the operator says otherwise. */
export const host = z.string().min(1).default('127.0.0.1');

/** Names this process among the workers of its service. */
export const workerId = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,64}$/, 'must be 1–64 letters, digits, "_" or "-"')
  .prefault(() => randomBytes(6).toString('hex'));

/** Streams a worker takes at a time. */
export const slots = (fallback: number) => integer(1, 100_000).prefault(String(fallback));

export const milliseconds = (fallback: number, max = 3_600_000) => integer(0, max).prefault(String(fallback));

/** 1/0, true/false, yes/no, on/off. */
export const flag = (fallback: boolean) =>
  z
    .string()
    .toLowerCase()
    .pipe(z.enum(['1', 'true', 'yes', 'on', '0', 'false', 'no', 'off']))
    .transform((text) => ['1', 'true', 'yes', 'on'].includes(text))
    .prefault(fallback ? '1' : '0');

/** A list separated by commas; blanks around entries do not count. */
export const list = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(',')
      .map((entry) => entry.trim())
      .filter((entry) => entry !== ''),
  );

export interface ServiceDefaults {
  readonly healthPort: number;
  readonly slots: number;
}

/** What `runService` needs: spread it into a service's own schema. */
export const serviceEnv = (defaults: ServiceDefaults) => ({
  NATS_URL: natsUrl,
  PARLEY_LOG_LEVEL: logLevel,
  PARLEY_LOG_PRETTY: flag(false),
  PARLEY_HEALTH_HOST: host,
  PARLEY_HEALTH_PORT: healthPort(defaults.healthPort),
  PARLEY_WORKER_ID: workerId,
  PARLEY_SLOTS: slots(defaults.slots),
  PARLEY_DRAIN_MS: milliseconds(10_000),
  PARLEY_TRACE_PERCENT: integer(0, 100).prefault('100'),
});

const serviceSchema = z.object(serviceEnv({ healthPort: 0, slots: 1 }));

export type ServiceConfig = z.output<typeof serviceSchema>;
