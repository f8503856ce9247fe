/** A file of a recipe, from the folder `init` is run in. */
interface RecipeFile {
  readonly path: string;
  readonly content: string;
  readonly mode: number;
}

/**
 * Finds duibiao, or installs what the keeper named; nothing is taken from a registry unasked, since a name nobody holds
 * there could be anyone's tomorrow.
 */
const RUN = `#!/bin/sh
# Runs duibiao: of the folder DUIBIAO_HOME, of this repository's node_modules, or installed once from SOURCE.
# SOURCE is what npm can install: .duibiao/duibiao-1.0.0.tgz, git+https://…#COMMIT, duibiao@1.0.0.
set -eu
SOURCE='@SOURCE@'
here=$(cd "$(dirname "$0")" && pwd)
root=$(dirname "$here")
go() {
  program=$1
  shift
  exec node "$program/bin/duibiao.js" "$@"
}
if [ -n "\${DUIBIAO_HOME:-}" ]; then go "$DUIBIAO_HOME" "$@"; fi
if [ -f "$root/node_modules/duibiao/bin/duibiao.js" ]; then go "$root/node_modules/duibiao" "$@"; fi
if [ -z "$SOURCE" ]; then
  for file in "$here"/duibiao-*.tgz; do
    if [ -f "$file" ]; then SOURCE=$file; fi
  done
fi
if [ -z "$SOURCE" ]; then
  echo "duibiao is not installed: put its tarball into .duibiao/, or set SOURCE in .duibiao/run" >&2
  exit 127
fi
key=$(printf '%s' "$SOURCE" | git hash-object --stdin)
case $SOURCE in
  *.tgz)
    case $SOURCE in /*) ;; *) SOURCE=$root/$SOURCE ;; esac
    if [ ! -f "$SOURCE" ]; then
      echo "duibiao is not installed: there is no $SOURCE" >&2
      exit 127
    fi
    key=$(git hash-object --no-filters "$SOURCE")
    ;;
esac
cache=$root/.duibiao-cache
tool=$cache/tool/$key
if [ ! -f "$tool/node_modules/duibiao/bin/duibiao.js" ]; then
  mkdir -p "$tool"
  echo '*' > "$cache/.gitignore"
  echo "duibiao is being installed from $SOURCE" >&2
  # Only what comes as source is built; nothing else has scripts to run.
  case $SOURCE in git*) scripts= ;; *) scripts=--ignore-scripts ;; esac
  if ! npm install --prefix "$tool" --no-save --no-audit --no-fund --prefer-offline $scripts "$SOURCE" >&2; then
    rm -rf "$tool"
    echo "duibiao could not be installed from $SOURCE" >&2
    exit 127
  fi
fi
go "$tool/node_modules/duibiao" "$@"
`;

/** The one judge of hook and servers: what has nothing to be compared with is shown and does not fail. */
const GUARD = `#!/bin/sh
# guard REF [options of check]: what came since REF. Ends with 1 for new findings, 2 for what is to be mended first.
set -u
here=$(cd "$(dirname "$0")" && pwd)
cd "$here/.." || exit 2
ref=$1
shift
has_corpus() { grep -qE '(^|/)(corpus|duibiao\\.config)\\.yaml$'; }
if ! git ls-files --cached --others --exclude-standard | has_corpus; then
  echo "duibiao: no corpus here, nothing to check" >&2
  exit 0
fi
if git rev-parse --verify --quiet "$ref^{commit}" > /dev/null &&
  git -c core.quotePath=off ls-tree -r --name-only "$ref" | has_corpus; then
  exec "$here/run" check --since "$ref" "$@"
fi
if [ -f duibiao.lock ]; then exec "$here/run" check "$@"; fi
"$here/run" check "$@"
status=$?
if [ "$status" -ne 1 ]; then exit "$status"; fi
echo "duibiao: nothing to compare with yet, so these findings do not fail" >&2
`;

const HOOK = `#!/bin/sh
# Guards the corpus before a commit; "git commit --no-verify" passes by.
root=$(git rev-parse --show-toplevel)
# Of a linked work tree git sets GIT_DIR, which would make any folder look like the root.
unset $(git rev-parse --local-env-vars)
cd "$root" || exit 0
.duibiao/guard HEAD
status=$?
if [ "$status" -lt 126 ]; then exit "$status"; fi
echo "The commit is not checked." >&2
`;

/** The workflow `docs/ci.md` describes. */
const GITHUB = `name: corpus
on:
  pull_request:
  push:
permissions:
  contents: read
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
        with:
          # --since wants the history
          fetch-depth: 0
      - uses: actions/setup-node@v4
        with:
          node-version: 20
      - uses: actions/cache@v4
        with:
          path: .duibiao-cache
          key: duibiao-\${{ hashFiles('.duibiao/**') }}-\${{ github.sha }}
          restore-keys: duibiao-\${{ hashFiles('.duibiao/**') }}-
      - if: github.event_name == 'pull_request'
        run: .duibiao/guard "origin/$BASE" --cache --format github
        env:
          BASE: \${{ github.base_ref }}
      - if: github.event_name != 'pull_request'
        run: .duibiao/guard "$BEFORE" --cache --format github
        env:
          BEFORE: \${{ github.event.before }}
`;

const GITLAB = `corpus:
  image: node:20
  variables:
    # --since wants the history
    GIT_DEPTH: 0
  cache:
    key:
      files: [.duibiao/run]
    paths: [.duibiao-cache]
  rules:
    # a merge request is checked as a whole; a branch that has one is not checked twice
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
    - if: $CI_COMMIT_BRANCH && $CI_OPEN_MERGE_REQUESTS
      when: never
    - if: $CI_COMMIT_BRANCH
  script:
    - git fetch -q origin "\${CI_MERGE_REQUEST_TARGET_BRANCH_NAME:-$CI_DEFAULT_BRANCH}"
    - base=\${CI_MERGE_REQUEST_DIFF_BASE_SHA:-$CI_COMMIT_BEFORE_SHA}
    # the first push of a branch has nothing before it: what came since the default branch
    - if [ "$CI_COMMIT_BRANCH" != "$CI_DEFAULT_BRANCH" ] && ! git cat-file -e "$base"; then base=FETCH_HEAD; fi
    - .duibiao/guard "$base" --cache --format junit > duibiao.xml
  after_script:
    - cat duibiao.xml
  artifacts:
    when: always
    reports:
      junit: duibiao.xml
`;

const OF_SERVER = {
  github: [{ path: '.github/workflows/corpus.yml', content: GITHUB, mode: 0o644 }],
  gitlab: [{ path: '.gitlab-ci.yml', content: GITLAB, mode: 0o644 }],
  shell: [],
} as const satisfies Record<string, readonly RecipeFile[]>;

/** What `init --ci` can set up. */
export const SERVERS = ['github', 'gitlab', 'shell'] as const;

/** The files for a server, with what installs duibiao; `''`: a tarball beside the scripts, or the repository's own. */
export function recipeFiles(server: (typeof SERVERS)[number], source: string): RecipeFile[] {
  return [
    ...OF_SERVER[server],
    { path: '.githooks/pre-commit', content: HOOK, mode: 0o755 },
    { path: '.duibiao/guard', content: GUARD, mode: 0o755 },
    { path: '.duibiao/run', content: RUN.replace('@SOURCE@', () => source), mode: 0o755 },
  ];
}
