/**
 * Refuses what the oldest browsers of `browsers.ts` do not have: methods, properties and globals
 * of the language and of the browser, by the data of MDN and the types of TypeScript.
 */
import { createRequire } from "node:module";
import { dirname } from "node:path";
import ts from "typescript";
import { OLDEST } from "../browsers.ts";

interface Support {
  version_added?: string | boolean | null;
  version_removed?: string;
  flags?: unknown;
}
type Node = { __compat?: { support: Record<string, Support | Support[]> } } & {
  [name: string]: Node | undefined;
};

const data: { api: Node; javascript: { builtins: Node } } = createRequire(import.meta.url)(
  "@mdn/browser-compat-data",
);
const OURS = `${dirname(import.meta.dirname)}/src/`;
/** What is asked for before it is used, so that a browser without it does without. */
const ASKED_FOR = new Set([
  "Navigator.share",
  "requestIdleCallback",
  "cancelIdleCallback",
  "OffscreenCanvas",
  "HTMLCanvasElement.transferControlToOffscreen",
  // Where there are no touches, there are no touch events.
  "TouchEvent.touches",
  "TouchList.length",
]);

/** The oldest browsers that lack a feature; none if the data does not know it. */
function lacking(feature: Node | undefined): string[] {
  const support = feature?.__compat?.support;
  if (!support) return [];
  return Object.entries(OLDEST)
    .filter(([browser, oldest]) => {
      const all = [support[browser] ?? []].flat();
      return !all.some((one) => !one.flags && !one.version_removed && isSince(one, oldest));
    })
    .map(([browser]) => browser);
}

function isSince({ version_added: added }: Support, oldest: number): boolean {
  return typeof added === "string" && Number.parseFloat(added.replace("≤", "")) <= oldest;
}

/** The names under which the data may have what a declaration in TypeScript's libraries declares. */
function ownersOf(declaration: ts.Declaration, type: ts.Type | undefined): string[] {
  const holder = declaration.parent;
  const declared = ts.isInterfaceDeclaration(holder) ? [holder.name.text] : [];
  const variable = holder.parent;
  if (ts.isTypeLiteralNode(holder) && ts.isVariableDeclaration(variable)) {
    declared.push(variable.name.getText());
  }
  const apparent = type?.getSymbol()?.name;
  return [...declared, ...(apparent ? [apparent] : [])].map((name) =>
    name.replace(/Constructor$|^Readonly(?=Array|Map|Set)/, ""),
  );
}

function featureOf(owners: string[], name: string, isStatic: boolean): Node | undefined {
  for (const owner of owners) {
    for (const place of [data.api[owner], data.javascript.builtins[owner]]) {
      const found = (isStatic && place?.[`${name}_static`]) || place?.[name];
      if (found?.__compat) return found;
    }
  }
  return undefined;
}

function globalOf(name: string): Node | undefined {
  const { api, javascript } = data;
  return api.Window?.[name] ?? api[name] ?? javascript.builtins[name];
}

/** What stands in a file that an oldest browser lacks, as sentences. */
function complaintsAbout(file: ts.SourceFile, checker: ts.TypeChecker): string[] {
  const complaints: string[] = [];

  function check(node: ts.Identifier, access?: ts.PropertyAccessExpression): void {
    const declared = checker.getSymbolAtLocation(node)?.declarations ?? [];
    const library = declared.find((one) =>
      /\/typescript\/lib\/lib\.[^/]+$/.test(one.getSourceFile().fileName),
    );
    if (!library) return;
    const owners = access ? ownersOf(library, checker.getTypeAtLocation(access.expression)) : [];
    // A constructor's own members are declared in the type of its variable.
    const isStatic = ts.isTypeLiteralNode(library.parent);
    const feature = access ? featureOf(owners, node.text, isStatic) : globalOf(node.text);
    const name = access ? `${owners[0]}.${node.text}` : node.text;
    const browsers = ASKED_FOR.has(name) ? [] : lacking(feature);
    if (browsers.length === 0) return;
    const { line } = file.getLineAndCharacterOfPosition(node.getStart());
    const place = `${file.fileName.slice(OURS.length)}:${line + 1}`;
    complaints.push(`${place}: ${name} is not in the oldest ${browsers.join(", ")}`);
  }

  function visit(node: ts.Node): void {
    if (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.name)) {
      check(node.name, node);
      visit(node.expression);
      return;
    }
    if (ts.isIdentifier(node) && ts.isExpression(node)) check(node);
    if (!ts.isTypeNode(node)) ts.forEachChild(node, visit);
  }

  visit(file);
  return complaints;
}

/** What of these files an oldest browser lacks. */
export function findUnsupported(files: string[]): string[] {
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ESNext,
    lib: ["lib.esnext.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts", "lib.webworker.d.ts"],
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    allowImportingTsExtensions: true,
    jsx: ts.JsxEmit.ReactJSX,
    skipLibCheck: true,
    noEmit: true,
    strict: true,
    types: [],
  };
  const program = ts.createProgram(files, options);
  const checker = program.getTypeChecker();
  const ours = program.getSourceFiles().filter((file) => files.includes(file.fileName));
  return ours.flatMap((file) => complaintsAbout(file, checker));
}

if (import.meta.main) {
  const all = ts.sys.readDirectory(
    OURS,
    [".ts", ".tsx"],
    ["**/*.test.*", "testing/**", "**/*.d.ts"],
  );
  const complaints = findUnsupported(all);
  for (const complaint of complaints) console.error(complaint);
  process.exitCode = complaints.length > 0 ? 1 : 0;
}
