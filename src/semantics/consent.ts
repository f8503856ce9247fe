import { BlockList } from 'node:net';
import type { Environment } from './find-package.js';

/** Names the servers that texts may go to, separated by commas. */
export const LEAVE = 'DUIBIAO_ALLOW_SEMANTICS';

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4');
LOOPBACK.addAddress('::1', 'ipv6');

/**
 * Whether texts may go to a host: one of this machine, or one that the user has named.
 *
 * A configuration comes with a folder, and a folder may come from anybody; the environment is the user's own. Leave is given to a
 * server, not to sending: another configuration that names another server gets none.
 *
 * *In* the host of a `URL`, with its port unless that is the protocol's own.
 *
 * @example
 * allows('127.0.0.1:8080', {}); // true
 * allows('models.example', {}); // false
 * allows('models.example', { DUIBIAO_ALLOW_SEMANTICS: 'models.example, 10.0.0.5:8080' }); // true
 */
export function allows(host: string, env: Environment): boolean {
  if (isLoopback(host)) return true;
  const named = (env[LEAVE] ?? '').split(',').map((name) => name.trim().toLowerCase());
  return named.includes(host);
}

/** By the number, or the one name that every system gives to itself: other names are for whoever runs the name server to tell. */
function isLoopback(host: string): boolean {
  const name = host.replace(/:\d+$/, '').replace(/^\[(.*)\]$/, '$1');
  if (name === 'localhost') return true;
  return LOOPBACK.check(name, name.includes(':') ? 'ipv6' : 'ipv4');
}
