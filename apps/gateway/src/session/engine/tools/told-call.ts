import { modelToolName } from './offered';

interface Call {
  readonly name: string;
  /** A JSON object. */
  readonly argumentsJson: string;
}

/** A call as every provider takes it: clients tell of others too, whose names and arguments may be any text. */
export function toldCall<T extends Call>(call: T): T {
  const name = modelToolName(call.name);
  if (isJsonObject(call.argumentsJson)) return name === call.name ? call : { ...call, name };
  return { ...call, name, argumentsJson: JSON.stringify({ arguments: call.argumentsJson }) };
}

export function isJsonObject(json: string): boolean {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
