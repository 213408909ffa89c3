// Comes with the tools of the tests, without its types.
declare module 'js-yaml' {
  export function load(text: string): unknown
}
