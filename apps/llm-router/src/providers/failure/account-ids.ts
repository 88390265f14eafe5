const label = String.raw`(?:organi[sz]ation|org|team|project(?:_number)?|account|workspace|api[ _]key)s?(?:[ _]?ids?)?`;
const id = String.raw`[\w*-]+(?:\.[\w*-]+)*`;
/** Of a name without one nobody can tell whether it is an id or the next word. */
const idWithDigit = String.raw`(?=[\w*.-]*\d)[\w*-]{4,}`;
const quotedId = '`[^`]+`|\'[^\']+\'|"[^"]+"';

const afterColon = new RegExp(`\\b(${label}(?: provided)? ?[:=] ?)(?:${quotedId}|${id})`, 'gi');
const afterBlank = new RegExp(
  `\\b(${label}[ /])(?:${quotedId}|(?:org[-_]|proj_)[\\w-]+|${idWithDigit})`,
  'gi',
);
const suspended = /^(account )\S+(?= is suspended)/i;
/** Known by how it begins, whatever stands before it; a word that only begins like one has no digit and is short. */
const bare = /(?<![\w-])(?:org[-_]|user-|(?:proj|acct|wrkspc|apikey)_)(?=[\w*-]*\d|[a-z\d*]{16})[\w*-]{4,}/gi;
const key = /\bsk-[\w*-]{8,}/g;

const hidden = '***';

/**
 * A provider's words without the names of the accounts, organisations, teams, projects and keys that Parley has there:
 * they are nobody's business who has a key of Parley's.
 */
export const withoutAccountIds = (message: string): string =>
  message
    .replace(suspended, `$1${hidden}`)
    .replaceAll(key, hidden)
    .replaceAll(bare, hidden)
    .replaceAll(afterColon, `$1${hidden}`)
    .replaceAll(afterBlank, `$1${hidden}`);
