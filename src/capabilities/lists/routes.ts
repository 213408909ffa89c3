import { mayOf, type Route, route } from '../../platform/http/route.ts'
import { showAddOption, submitAddOption } from './add-option/add-option.handler.ts'
import { showOption, submitChangeOption } from './change-option/change-option.handler.ts'
import { showChooseForm, submitChooseForm } from './choose-form/choose-form.handler.ts'
import { listsAddress } from './list-option.ts'
import { listsPermissions } from './permissions.ts'
import { showMerge, showSplit, submitMerge, submitSplit } from './replace-options/replace-options.handler.ts'
import { showList, showListsStart } from './show-lists/show-lists.handler.ts'

const may = mayOf(listsPermissions)
const oneList = `${listsAddress}/:list`

export const listsRoutes: readonly Route[] = [
  route('GET', '/beheer/registratieformulier', may('lists.choose-form'), showChooseForm),
  route('POST', '/beheer/registratieformulier', may('lists.choose-form'), submitChooseForm),
  route('GET', listsAddress, may('lists.manage'), showListsStart),
  route('GET', oneList, may('lists.manage'), showList),
  route('GET', `${oneList}/nieuw`, may('lists.manage'), showAddOption),
  route('POST', `${oneList}/nieuw`, may('lists.manage'), submitAddOption),
  route('GET', `${oneList}/samenvoegen`, may('lists.manage'), showMerge),
  route('POST', `${oneList}/samenvoegen`, may('lists.manage'), submitMerge),
  route('GET', `${oneList}/splitsen`, may('lists.manage'), showSplit),
  route('POST', `${oneList}/splitsen`, may('lists.manage'), submitSplit),
  route('GET', `${oneList}/:code`, may('lists.manage'), showOption),
  route('POST', `${oneList}/:code`, may('lists.manage'), submitChangeOption),
]
