import { whole, type Rule, type Saying } from '../piece';

/** How the signs of addresses are named. */
export interface AddressWords {
  readonly dot: string;
  readonly at: string;
  readonly slash: string;
  readonly dash: string;
  readonly underscore: string;
}

const topLevel =
  'com|org|net|edu|gov|io|ai|dev|app|co|uk|us|de|fr|es|it|nl|eu|info|biz|me|tv|ch|at|be|pl|se|no|dk|fi|jp|cn|in|br|au|ca|ru';

/** Said of a path at the most: a longer one is of no use to a listener. */
const longestPath = 3;

/**
 * Web and mail addresses, by name. A path is said when it is short, a query never. Other languages give the
 * names of the signs; empty ones are left out.
 */
export function addressRules(names: AddressWords): readonly Rule[] {
  const signs = (text: string): string =>
    text
      .replaceAll('.', ` ${names.dot} `)
      .replaceAll('-', ` ${names.dash} `)
      .replaceAll('_', ` ${names.underscore} `)
      .replaceAll(/[+%~#]/g, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim();

  const web = (match: RegExpExecArray): Saying => {
    const [, host = '', path = ''] = match;
    const parts = (path.split(/[?#]/)[0] ?? '').split('/').filter((part) => part.length > 0);
    const readable =
      parts.length <= longestPath && parts.every((part) => /^[\p{L}\p{N}._-]{1,24}$/u.test(part));
    const shown = readable ? parts : [];
    return whole(
      match,
      [host.replace(/^www\./, ''), ...shown].map((part) => signs(part)).join(` ${names.slash} `),
    );
  };

  const end = String.raw`(?<![.,;:!?)\]'"])`;
  return [
    {
      name: 'email',
      pattern: /(?:mailto:)?([\p{L}\d._%+-]+)@([\p{L}\d-]+(?:\.[\p{L}\d-]+)+)/uy,
      say: (match) => whole(match, `${signs(match[1] ?? '')} ${names.at} ${signs(match[2] ?? '')}`),
    },
    {
      name: 'url',
      pattern: new RegExp(
        String.raw`(?:https?|ftp|wss?):\/\/([^\s/:?#<>()]+)(?::\d+)?([/?#][^\s<>()]*)?${end}`,
        'iyu',
      ),
      say: web,
    },
    {
      name: 'domain',
      pattern: new RegExp(
        String.raw`((?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+(?:${topLevel}))(?![\p{L}\d])(\/[^\s<>()]*)?${end}`,
        'iyu',
      ),
      // "end.In" is a missing space, "e.g" an abbreviation.
      say: (match) => (/^[a-z]\.[a-z]$|\.[A-Z][a-z]+$/.test(match[1] ?? '') ? undefined : web(match)),
    },
  ];
}
