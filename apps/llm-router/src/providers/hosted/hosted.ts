import type { Config } from '../../config';
import { AiSdkProvider } from '../ai-sdk/provider';
import { clouds } from './clouds';
import { compatibleServers } from './compatible';
import { modelHosts } from './model-hosts';
import { modelMakers } from './model-makers';

/** The hosted providers that the environment configures. Their packages are loaded at the first use. */
export function hostedProviders(config: Config): AiSdkProvider[] {
  return [...modelMakers(config), ...modelHosts(config), ...clouds(config), ...compatibleServers(config)]
    .filter(({ keys }) => keys.length > 0)
    .map((entry) => new AiSdkProvider(entry));
}
