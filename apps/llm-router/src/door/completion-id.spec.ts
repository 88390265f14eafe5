import { newCompletionId } from './completion-id';

it('ids of completions are short, plain and all different', () => {
  const ids = Array.from({ length: 1_000 }, newCompletionId);
  expect(new Set(ids).size).toBe(1_000);
  for (const id of ids) expect(id).toMatch(/^chatcmpl-[\w-]{24}$/);
});
