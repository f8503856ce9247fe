import type { Command, Option } from 'commander';
import { DOCUMENT_KINDS, LEVELS, SENTENCE_RELATIONS } from '../model/index.js';

/** One thing that may be typed next. */
export interface Candidate {
  readonly text: string;
  readonly about?: string;
}

/** Names that only the corpus knows; asked for when a word wants one. */
export interface Names {
  readonly documents: () => readonly Candidate[];
  readonly themes: () => readonly Candidate[];
}

const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];
export { SHELLS };

/** Values of options that are checked by their commands; an option with choices of its own is asked first. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  '--lang': ['zh', 'en'],
  '--color': ['auto', 'always', 'never'],
  '--ambiguous-width': ['1', '2'],
  '--track-changes': ['accept', 'reject'],
  '--encoding': ['utf-8', 'gb18030', 'gbk', 'big5', 'utf-16le', 'utf-16be'],
  '--level': LEVELS,
  '--kind': DOCUMENT_KINDS,
  '--by': ['theme', 'section', 'chapter'],
  '--min-relation': SENTENCE_RELATIONS,
  '--relation': SENTENCE_RELATIONS,
  '--only': ['missing', 'local', 'changed'],
  '--layout': ['side-by-side', 'stacked', 'inline', 'unified'],
  '--view': ['outline', 'links'],
};

/** Arguments that stand for documents, by the names commands give them. */
const DOCUMENT_ARGUMENTS = new Set(['doc', 'up', 'down', 'down2', 'sides', 'documents']);

/**
 * What may stand for the last of `words`, which is being typed (`''` when nothing of it is).
 *
 * *Out* only candidates that begin with it. Files are left to the shell: it knows them better.
 */
export function candidates(
  program: Command,
  words: readonly string[],
  names: Names,
): readonly Candidate[] {
  const typed = words.at(-1) ?? '';
  const all = candidatesFor(commandAt(program, words.slice(0, -1)), typed, names);
  return all.filter(({ text }) => text.startsWith(typed));
}

interface Place {
  readonly command: Command;
  /** The word before the one that is typed. */
  readonly before: string | undefined;
  /** Arguments already there. */
  readonly rest: number;
}

function commandAt(program: Command, words: readonly string[]): Place {
  let command = program;
  let rest = 0;
  for (const [i, word] of words.entries()) {
    if (word.startsWith('-')) continue;
    if (takesValue(command, words[i - 1])) continue;
    const child = rest === 0 ? command.commands.find((item) => item.name() === word) : undefined;
    if (child === undefined) rest += 1;
    else command = child;
  }
  return { command, before: words.at(-1), rest };
}

function takesValue(command: Command, word: string | undefined): boolean {
  const option = optionOf(command, word);
  return option !== undefined && (option.required || option.optional);
}

function optionOf(command: Command, word: string | undefined): Option | undefined {
  if (word === undefined || !word.startsWith('-')) return undefined;
  return command.options.find((option) => option.long === word || option.short === word);
}

function candidatesFor(
  { command, before, rest }: Place,
  typed: string,
  names: Names,
): readonly Candidate[] {
  const assigned = /^(--[a-z-]+)=/.exec(typed)?.[1];
  if (assigned !== undefined) {
    const option = optionOf(command, assigned);
    return valuesOf(option, typed.slice(assigned.length + 1), names).map(({ text, about }) =>
      candidate(`${assigned}=${text}`, about),
    );
  }
  if (takesValue(command, before)) return valuesOf(optionOf(command, before), typed, names);
  if (typed.startsWith('-')) return optionsOf(command);
  if (command.commands.length > 0 && rest === 0) return commandsOf(command);
  return argumentsOf(command, rest, names);
}

function candidate(text: string, about: string | undefined): Candidate {
  return about === undefined || about === '' ? { text } : { text, about };
}

function optionsOf(command: Command): Candidate[] {
  return command
    .createHelp()
    .visibleOptions(command)
    .flatMap((option) => (option.long ? [candidate(option.long, option.description)] : []));
}

function commandsOf(command: Command): Candidate[] {
  return command
    .createHelp()
    .visibleCommands(command)
    .map((child) => candidate(child.name(), child.description()));
}

function valuesOf(option: Option | undefined, typed: string, names: Names): readonly Candidate[] {
  if (option?.argChoices !== undefined) return option.argChoices.map((text) => ({ text }));
  if (option?.long === '--theme') return listOf(names.themes(), typed);
  return (VALUES[option?.long ?? ''] ?? []).map((text) => ({ text }));
}

/** A list with commas goes on after its last comma, with what it does not hold yet. */
function listOf(items: readonly Candidate[], typed: string): readonly Candidate[] {
  const done = typed.slice(0, typed.lastIndexOf(',') + 1);
  const there = new Set(done.split(','));
  return items
    .filter(({ text }) => !there.has(text))
    .map(({ text, about }) => candidate(done + text, about));
}

function argumentsOf(command: Command, rest: number, names: Names): readonly Candidate[] {
  const declared = command.registeredArguments;
  const argument = declared[rest] ?? (declared.at(-1)?.variadic ? declared.at(-1) : undefined);
  if (argument === undefined) return [];
  if (argument.argChoices !== undefined) return argument.argChoices.map((text) => ({ text }));
  return DOCUMENT_ARGUMENTS.has(argument.name()) ? names.documents() : [];
}

/** Lines for the scripts below: the candidate, a tab, what it is. */
export function candidateLines(found: readonly Candidate[]): string {
  return found
    .map(({ text, about }) => (about === undefined ? `${text}\n` : `${text}\t${oneLine(about)}\n`))
    .join('');
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}

/**
 * The script of a shell. It asks the program itself (`duibiao __complete`), so it knows the documents and themes of the
 * corpus at hand and needs no update; files are completed by the shell where the program knows nothing.
 */
export function completionScript(shell: Shell): string {
  return SCRIPTS[shell];
}

const SCRIPTS: Readonly<Record<Shell, string>> = {
  bash: `# duibiao: completion for bash. Use: source <(duibiao completion bash)
_duibiao() {
  local current="\${COMP_WORDS[COMP_CWORD]}" words=() word rest
  # Bash takes "=" and ":" for words of their own; the line up to the cursor is cut at blanks instead.
  read -r -a words <<< "\${COMP_LINE:0:COMP_POINT}"
  [[ "\${COMP_LINE:0:COMP_POINT}" == *[[:space:]] ]] && words+=("")
  local typed="\${words[\${#words[@]}-1]}"
  rest="\${typed%"$current"}"
  [[ "$current" == "=" || "$current" == ":" ]] && rest="$typed"
  COMPREPLY=()
  while IFS=$'\\t' read -r word _; do
    [[ -n "$word" ]] && COMPREPLY+=("\${word#"$rest"}")
  done < <("\${words[0]}" __complete -- "\${words[@]:1}" 2>/dev/null)
}
complete -o default -F _duibiao duibiao
`,
  zsh: `#compdef duibiao
# duibiao: completion for zsh. Use: duibiao completion zsh > "\${fpath[1]}/_duibiao"
_duibiao() {
  local -a found
  local line
  for line in "\${(@f)$("\${words[1]}" __complete -- "\${(@)words[2,CURRENT]}" 2>/dev/null)}"; do
    [[ -z "$line" ]] && continue
    local text="\${line%%$'\\t'*}" about=""
    [[ "$line" == *$'\\t'* ]] && about="\${line#*$'\\t'}"
    found+=("\${text//:/\\\\:}:$about")
  done
  (( \${#found} )) && _describe -t values duibiao found
  [[ "\${words[CURRENT]}" != -* ]] && _files
}
if [[ "\${funcstack[1]}" == _duibiao ]]; then
  _duibiao "$@"
else
  compdef _duibiao duibiao
fi
`,
  fish: `# duibiao: completion for fish. Use: duibiao completion fish > ~/.config/fish/completions/duibiao.fish
function __duibiao_complete
  set -l words (commandline -opc) (commandline -ct)
  $words[1] __complete -- $words[2..-1] 2>/dev/null
end
complete -c duibiao -a '(__duibiao_complete)'
`,
};
