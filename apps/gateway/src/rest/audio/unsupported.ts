import { z } from 'zod';

type Plain = string | number | boolean | null;

/** A parameter of the reference that is not done here: only the values that change nothing are let through. */
export const unsupported = (why: string, neutral: readonly Plain[]) =>
  z
    .unknown()
    .refine((value) => neutral.some((one) => one === value), {
      message: `It is not supported by this server. ${why}`,
    })
    .optional()
    .meta({ deprecated: true, description: `Not supported. ${why}` });
