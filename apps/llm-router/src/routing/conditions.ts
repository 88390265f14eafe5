// An ES module: once Node 20 has required one, import() fails in packages that are links. Engine programs, which import
// llama.cpp so, must not come to depend on this file.
import { Environment } from '@marcbachmann/cel-js';
import type { RoutingFacts } from './facts';

/** What a condition may speak of. Maps are open: any key may be asked for. */
const environment = new Environment({
  limits: { maxAstNodes: 500, maxDepth: 50, maxListElements: 200, maxMapEntries: 50, maxCallArguments: 16 },
})
  .registerVariable('metadata', 'map')
  .registerVariable('user', 'string')
  .registerVariable('language', 'string')
  .registerVariable('persona', 'map')
  .registerVariable('turn', 'map');

type Condition = (facts: Record<string, unknown>) => unknown;

const compiled = new Map<string, Condition>();
const maxCompiled = 2_000;

function compile(expression: string): Condition {
  let condition = compiled.get(expression);
  if (condition === undefined) {
    condition = environment.parse(expression);
    if (compiled.size < maxCompiled) compiled.set(expression, condition);
  }
  return condition;
}

/** What is wrong with a CEL expression; undefined when it can be used as a condition. */
export function conditionProblem(expression: string): string | undefined {
  const { valid, type, error } = environment.check(expression);
  if (!valid) return `is not a valid CEL expression: ${error?.message.split('\n', 1)[0] ?? 'unknown'}`;
  return type === 'bool' || type === 'dyn'
    ? undefined
    : `must be true or false, and is of type ${String(type)}`;
}

/** Whether a condition holds. One that asks for what is not known does not. */
export function holds(expression: string, facts: RoutingFacts): boolean {
  try {
    const { user, language, metadata, turn, persona } = facts;
    const { personaConfidence: confidence, personaSure: sure } = facts;
    const known = {
      ...{ user, language, metadata: celValue(metadata), turn: celValue(turn) },
      persona: { confidence, sure, ...persona },
    };
    return compile(expression)(known) === true;
  } catch {
    return false;
  }
}

const maxDepth = 20;

/** CEL tells whole numbers from others, JavaScript does not: 41 == 41 must hold. */
function celValue(value: unknown, depth = 0): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? BigInt(value) : value;
  if (depth > maxDepth) return null;
  if (Array.isArray(value)) return value.map((inner) => celValue(inner, depth + 1));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, celValue(inner, depth + 1)]));
}
