import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import { ToolFailure } from '../failure';

type Content = CallToolResult['content'][number];

/**
 * What a tool said, as one text for a model.
 * @throws ToolFailure where the tool itself says that it failed.
 */
export function outputOf(result: CallToolResult, maxChars: number): string {
  const said = (result.content ?? [])
    .map(textOf)
    .filter((part) => part !== '')
    .join('\n');
  const text = said === '' && result.structuredContent ? JSON.stringify(result.structuredContent) : said;
  if (result.isError === true) {
    throw new ToolFailure('tool_execution_error', 0, text === '' ? 'The tool failed.' : text);
  }
  return cut(text, maxChars);
}

export function cut(text: string, maxChars: number): string {
  if (text.length <= maxChars) return text;
  const kept = text.slice(0, maxChars).replace(/[\uD800-\uDBFF]$/, '');
  return `${kept}\n[cut off: ${text.length - maxChars} more characters]`;
}

/** What cannot be said in words is named, so that the model knows of it. */
function textOf(content: Content): string {
  switch (content.type) {
    case 'text':
      return content.text;
    case 'image':
    case 'audio':
      return `[${content.type}: ${content.mimeType}]`;
    case 'resource':
      return 'text' in content.resource ? content.resource.text : `[resource: ${content.resource.uri}]`;
    case 'resource_link':
      return `[link: ${content.name} ${content.uri}]`;
    default:
      return '';
  }
}
