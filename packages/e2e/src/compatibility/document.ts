import fs from 'node:fs';
import path from 'node:path';
import { serverEventSchemas } from '@parley/protocol';
import { repositoryRoot } from '@parley/testing';
import { lives, stockClients } from './observations';
import { render } from './render';

export const documentFile = path.join(repositoryRoot(), 'docs/compatibility.md');

export const currentDocument = (): string => render(stockClients(), lives(), [...serverEventSchemas.keys()]);

if (require.main === module) fs.writeFileSync(documentFile, currentDocument());
