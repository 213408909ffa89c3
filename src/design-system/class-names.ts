/**
 * Joins the class names that apply. Write names whole in components, never in parts: the build keeps only the rules
 * of NL Design System whose class names it finds there.
 */
export function classNames(...names: (string | false | undefined)[]): string {
  return names.filter((name) => name).join(' ')
}
