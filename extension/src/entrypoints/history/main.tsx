/** Mounts the history of a claim; everything it does lives in src/history. */
import { mount } from '../../history/app.tsx';

const root = document.getElementById('app');
if (root) mount(root);
