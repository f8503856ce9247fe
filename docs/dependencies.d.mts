interface Installed {
  readonly path: string;
  readonly name: string;
  readonly version: string;
  readonly licence: string | undefined;
  /** Whether it runs something when it is installed. */
  readonly script: boolean;
  readonly integrity: string | undefined;
}
interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
}
interface Lock {
  readonly packages: Readonly<Record<string, object>>;
}
export const REASONS: Readonly<Record<string, string>>;
export const LICENCES: readonly string[];
export function installed(lock: Lock): Installed[];
export function dependenciesMarkdown(manifest: Manifest, lock: Lock): string;
