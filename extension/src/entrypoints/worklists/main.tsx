/** Mounts the worklists; everything they do lives in src/worklists. */
import { mount } from '../../worklists/app.tsx';

const root = document.getElementById('app');
if (root) mount(root);
