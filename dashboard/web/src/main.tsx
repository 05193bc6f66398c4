import './style/index.css';
import { render } from 'preact';
import '@preact/signals';
import { followEvents } from './api/live';
import { App, loadPage } from './app';
import { startLanguage } from './i18n';
import { followLinks, place } from './route';
import { followTheme, referral } from './setting';

async function start() {
  const { path, query } = place.value;
  loadPage(path);
  const code = query.get('ref');
  if (code && code.length <= 128) referral.value = code;
  followTheme();
  followLinks();
  followEvents();
  // A language that cannot be loaded leaves English.
  await startLanguage(query).catch(() => undefined);
  render(<App />, document.getElementById('page') as HTMLElement);
}

void start();
