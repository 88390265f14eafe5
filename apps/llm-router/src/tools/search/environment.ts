import { milliseconds, z } from '@parley/config';

const secret = z.string().min(1).optional();
const address = z.url({ protocol: /^https?$/ }).optional();

/** The variables that configure web search. Providers' own searches use the providers' keys. */
export const searchEnvironment = {
  BRAVE_API_KEY: secret,
  BRAVE_BASE_URL: address,
  TAVILY_API_KEY: secret,
  TAVILY_BASE_URL: address,
  EXA_API_KEY: secret,
  EXA_BASE_URL: address,
  SEARXNG_BASE_URL: address,
  /** The engine of sessions that name none; unset = the first that is configured. */
  PARLEY_SEARCH_ENGINE: z.string().min(1).optional(),
  PARLEY_SEARCH_TIMEOUT_MS: milliseconds(8_000),
  /** Models that search with their provider's own search. */
  PARLEY_SEARCH_OPENAI_MODEL: z.string().default('gpt-5-mini'),
  PARLEY_SEARCH_ANTHROPIC_MODEL: z.string().default('claude-haiku-4-5'),
  PARLEY_SEARCH_GOOGLE_MODEL: z.string().default('gemini-2.5-flash'),
};
