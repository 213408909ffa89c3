import { ListWithAside } from './list-with-aside.tsx'

export const examples = {
  'A list and what repeats it': () => (
    <ListWithAside
      list={
        <ol>
          <li>De eerste</li>
          <li>De tweede</li>
        </ol>
      }
      aside={<p>Hier kan een kaart staan.</p>}
    />
  ),
}
