import { mayOf, type Route, route } from '../../platform/http/route.ts'
import { showChooseForm, submitChooseForm } from './choose-form/choose-form.handler.ts'
import { listsPermissions } from './permissions.ts'

const may = mayOf(listsPermissions)

export const listsRoutes: readonly Route[] = [
  route('GET', '/beheer/registratieformulier', may('lists.choose-form'), showChooseForm),
  route('POST', '/beheer/registratieformulier', may('lists.choose-form'), submitChooseForm),
]
