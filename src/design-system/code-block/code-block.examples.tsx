import { CodeBlock } from './code-block.tsx'

export const examples = {
  'Lines to copy': () => <CodeBlock label="Om over te nemen">{'<p>\n  Voorbeeld\n</p>'}</CodeBlock>,
}
