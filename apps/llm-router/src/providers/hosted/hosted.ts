import type { Config } from '../../config';
import { AiSdkProvider } from '../ai-sdk/provider';
import { LeanProvider } from '../lean/provider';
import type { ChatProvider } from '../provider';
import { clouds } from './clouds';
import { compatibleServers } from './compatible';
import type { HostedEntry } from './entry';
import { LeanFirst } from './lean-first';
import { modelHosts } from './model-hosts';
import { modelMakers } from './model-makers';

/** The hosted providers that the environment configures. Their packages are loaded at the first use. */
export function hostedProviders(config: Config): ChatProvider[] {
  return [...modelMakers(config), ...modelHosts(config), ...clouds(config), ...compatibleServers(config)]
    .filter(({ keys }) => keys.length > 0)
    .map((entry) => toProvider(entry, config.PARLEY_LLM_ADAPTER));
}

function toProvider(entry: HostedEntry, adapter: Config['PARLEY_LLM_ADAPTER']): ChatProvider {
  const sdk = new AiSdkProvider(entry);
  const { wire, ...rest } = entry;
  if (wire === undefined || adapter === 'ai-sdk') return sdk;
  return new LeanFirst(new LeanProvider({ ...rest, ...wire }), sdk);
}
