/** What is commonly wrong in a Dockerfile or a compose file, found without Docker. */

const ROOT_SHELL = /^(sh|bash)\b/;

/** @param exists tells whether a path of the build context is there */
export function checkDockerfile(text, exists) {
  const problems = [];
  const steps = instructions(text);
  const stages = new Map();
  let stage;
  for (const { name, rest } of steps) {
    if (name === 'FROM') {
      const [image, , alias] = rest.split(/\s+/);
      stage = { image, user: stages.get(image)?.user, alias: alias ?? String(stages.size) };
      if (!stages.has(image) && !/:[\w.-]*\d/.test(image)) problems.push(`FROM ${image}: pin a version`);
      stages.set(stage.alias, stage);
    }
    if (name === 'ADD') problems.push('ADD: use COPY');
    if (name === 'USER') stage.user = rest;
    if (name === 'COPY' && !rest.includes('--from=')) {
      for (const source of rest
        .split(/\s+/)
        .filter((part) => !part.startsWith('--'))
        .slice(0, -1)) {
        if (!exists(source)) problems.push(`COPY ${source}: not in the repository`);
      }
    }
    if (name === 'COPY') {
      const from = /--from=(\S+)/.exec(rest)?.[1];
      if (from !== undefined && !stages.has(from)) problems.push(`COPY --from=${from}: no such stage`);
    }
    if (name === 'RUN' && rest.includes('apt-get install')) {
      if (!rest.includes('--no-install-recommends'))
        problems.push('apt-get install: add --no-install-recommends');
      if (!rest.includes('rm -rf /var/lib/apt/lists'))
        problems.push('apt-get install: remove the package lists');
      if (!rest.includes('apt-get update')) problems.push('apt-get install without apt-get update before it');
    }
    if ((name === 'CMD' || name === 'ENTRYPOINT') && (!rest.startsWith('[') || ROOT_SHELL.test(rest))) {
      problems.push(`${name} ${rest}: use the exec form`);
    }
    if ((name === 'ENV' || name === 'ARG') && /(KEY|SECRET|TOKEN|PASSWORD)/.test(rest)) {
      problems.push(`${name} ${rest}: no secrets in an image`);
    }
  }
  for (const { alias, user } of [...stages.values()].filter(({ alias }) => ends(steps, alias))) {
    if (user === undefined || user === 'root') problems.push(`stage ${alias} runs as root`);
  }
  return problems;
}

/** @param catalog of pnpm-workspace.yaml: containers run on the Node that a checkout runs on */
export function checkNode(text, catalog) {
  const own = Object.entries(catalog).filter(([name]) => /^node-(linux|darwin)-/.test(name));
  const images = instructions(text).flatMap(({ name, rest }) =>
    name === 'FROM' ? (/^node:([\d.]+)/.exec(rest)?.[1] ?? []) : [],
  );
  return images.flatMap((image) =>
    own
      .filter(([, version]) => !`${version}.`.startsWith(`${image}.`))
      .map(([name, version]) => `FROM node:${image}: ${name} of the catalog is ${version}`),
  );
}

/**
 * What V8 is given wherever a service is started, space for young objects and threads: the same in all places.
 *
 * @param places path and text of each file that starts services
 */
export const checkV8Sizes = (places) =>
  ['--max-semi-space-size', '--v8-pool-size'].flatMap((option) => {
    const sizes = places.map(({ path, text }) => {
      const found = new Set([...text.matchAll(new RegExp(`${option}=(\\d+)`, 'g'))].map(([, size]) => size));
      return { path, size: [...found].join(' and ') || 'none' };
    });
    const usual = sizes[0]?.size;
    return sizes
      .filter(({ size }) => size !== usual || !/^\d+$/.test(size))
      .map(({ path, size }) => `${path}: ${option} is ${size}, in ${sizes[0].path} ${usual}`);
  });

/** A stage that something starts: it has an ENTRYPOINT or CMD of its own. */
function ends(steps, alias) {
  let current;
  return steps.some(({ name, rest }, index) => {
    if (name === 'FROM') current = rest.split(/\s+/)[2] ?? String(index);
    return current === alias && (name === 'ENTRYPOINT' || name === 'CMD');
  });
}

function instructions(text) {
  return text
    .replaceAll(/\\\n/g, ' ')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => ({ name: line.split(/\s+/, 1)[0].toUpperCase(), rest: line.replace(/^\S+\s+/, '') }));
}

/** @param compose the parsed file @param apps names of all services of ours @param stages of the Dockerfile */
export function checkCompose(compose, apps, stages) {
  const problems = [];
  const services = compose.services ?? {};
  const volumes = new Set(Object.keys(compose.volumes ?? {}));
  for (const app of apps.filter((name) => !(name in services))) problems.push(`no service ${app}`);
  for (const [name, service] of Object.entries(services)) {
    const oneShot = service.profiles !== undefined;
    if (service.image === undefined && service.build === undefined)
      problems.push(`${name}: no image, no build`);
    if (service.image !== undefined && !/:[\w.-]*\d/.test(service.image))
      problems.push(`${name}: pin a version`);
    if (service.healthcheck === undefined && !oneShot) problems.push(`${name}: no healthcheck`);
    if (service.privileged) problems.push(`${name}: privileged`);
    for (const other of Object.keys(service.depends_on ?? {})) {
      if (!(other in services)) problems.push(`${name}: depends on ${other}, which is not there`);
    }
    for (const volume of service.volumes ?? []) {
      const [source] = volume.split(':');
      if (!source.startsWith('.') && !volumes.has(source))
        problems.push(`${name}: volume ${source} not declared`);
    }
    for (const port of service.ports ?? []) {
      if (!String(port).startsWith('127.0.0.1:'))
        problems.push(`${name}: port ${port} is open to the network`);
    }
    const { target, args } = service.build ?? {};
    if (service.build !== undefined && !stages.includes(target)) problems.push(`${name}: no stage ${target}`);
    if (apps.includes(name) && args?.APP !== name) problems.push(`${name}: builds ${args?.APP}`);
  }
  return problems;
}

export const stagesOf = (text) => [...text.matchAll(/^FROM\s+\S+\s+AS\s+(\S+)/gim)].map((match) => match[1]);
