/** Mounts the sidebar app; everything it does lives in src/sidebar. */
import { mount } from '../../sidebar/app.tsx';

const root = document.getElementById('app');
if (root) mount(root);
