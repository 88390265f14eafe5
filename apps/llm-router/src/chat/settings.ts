/** Settings of chat completions that not every provider has. Undefined = the provider's own. */
export interface Settings {
  readonly topP?: number;
  /** Texts that end the answer. */
  readonly stop?: readonly string[];
  readonly seed?: number;
  readonly frequencyPenalty?: number;
  readonly presencePenalty?: number;
  readonly format?: AnswerFormat;
}

export type SettingName = keyof Settings;

/** The answer is to be JSON: any, or of this schema. */
export type AnswerFormat = { readonly type: 'json' } | ({ readonly type: 'schema' } & AnswerSchema);

export interface AnswerSchema {
  readonly name: string;
  readonly description?: string;
  readonly schema: Readonly<Record<string, unknown>>;
  readonly strict?: boolean;
}

/** As chat completions call them. */
export const settingNames: Readonly<Record<SettingName, string>> = {
  topP: 'top_p',
  stop: 'stop',
  seed: 'seed',
  frequencyPenalty: 'frequency_penalty',
  presencePenalty: 'presence_penalty',
  format: 'response_format',
};

const isSettingName = (name: string): name is SettingName => Object.hasOwn(settingNames, name);

export const givenSettings = (settings: Settings): SettingName[] =>
  Object.keys(settings).filter(isSettingName);
