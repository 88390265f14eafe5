import { list, z } from '@parley/config';

/** One key, or several separated by commas that are taken in turn. */
const keys = list;
const secret = z.string().min(1).optional();
const text = z.string().min(1).optional();
const address = z.url({ protocol: /^https?$/ }).optional();

/** The variables that configure hosted providers; their names are those of the AI SDK. */
export const hostedEnvironment = {
  OPENAI_API_KEY: keys,
  OPENAI_BASE_URL: address,
  ANTHROPIC_API_KEY: keys,
  ANTHROPIC_BASE_URL: address,
  GOOGLE_GENERATIVE_AI_API_KEY: keys,
  GOOGLE_BASE_URL: address,
  GROQ_API_KEY: keys,
  GROQ_BASE_URL: address,
  MISTRAL_API_KEY: keys,
  MISTRAL_BASE_URL: address,
  XAI_API_KEY: keys,
  XAI_BASE_URL: address,
  DEEPSEEK_API_KEY: keys,
  DEEPSEEK_BASE_URL: address,
  CEREBRAS_API_KEY: keys,
  CEREBRAS_BASE_URL: address,
  COHERE_API_KEY: keys,
  COHERE_BASE_URL: address,
  TOGETHER_API_KEY: keys,
  TOGETHER_BASE_URL: address,
  FIREWORKS_API_KEY: keys,
  FIREWORKS_BASE_URL: address,
  DEEPINFRA_API_KEY: keys,
  DEEPINFRA_BASE_URL: address,
  PERPLEXITY_API_KEY: keys,
  PERPLEXITY_BASE_URL: address,
  OPENROUTER_API_KEY: keys,
  OPENROUTER_BASE_URL: address,
  /** Amazon Bedrock: a bearer key, or an access key with its secret. */
  AWS_BEARER_TOKEN_BEDROCK: keys,
  AWS_ACCESS_KEY_ID: secret,
  AWS_SECRET_ACCESS_KEY: secret,
  AWS_SESSION_TOKEN: secret,
  AWS_REGION: z.string().default('us-east-1'),
  BEDROCK_BASE_URL: address,
  AZURE_API_KEY: keys,
  AZURE_RESOURCE_NAME: text,
  AZURE_BASE_URL: address,
  AZURE_API_VERSION: text,
  /** Google Vertex: a key of its express mode, or a project with the machine's own Google credentials. */
  GOOGLE_VERTEX_API_KEY: keys,
  GOOGLE_VERTEX_PROJECT: text,
  GOOGLE_VERTEX_LOCATION: z.string().default('us-central1'),
  GOOGLE_VERTEX_BASE_URL: address,
  /** Any OpenAI-compatible server, as the provider `custom`. */
  PARLEY_LLM_BASE_URL: address,
  PARLEY_LLM_API_KEY: keys,
  /** "vllm=http://host:8000/v1,lab=https://…": further OpenAI-compatible servers, each a provider of that name. */
  PARLEY_LLM_ENDPOINTS: list,
  /** "lab=key": keys of those that want one. */
  PARLEY_LLM_ENDPOINT_KEYS: list,
  OLLAMA_BASE_URL: address,
};
