/** Text of several lines as it was typed. */
export const TextLines = ({ text }: { readonly text: string }) => (
  <>{text.split('\n').flatMap((line, at) => (at === 0 ? [line] : [<br />, line]))}</>
)
