<?php
/**
 * Plugin Name:       Video room (ot-room)
 * Plugin URI:        https://github.com/ot-room/ot-room
 * Description:       A video room on any page, over OpenTok or Vonage Video: a block, a shortcode, and the tokens it takes.
 * Version:           0.1.0
 * Requires at least: 6.1
 * Requires PHP:      8.1
 * License:           MIT
 * License URI:       https://opensource.org/license/mit
 * Text Domain:       ot-room
 *
 * @package OtRoom
 */

namespace OtRoom;

defined( 'ABSPATH' ) || exit;

const VERSION     = '0.1.0';
const PLUGIN_FILE = __FILE__;

foreach ( array( 'problem', 'names', 'options', 'jwt', 'account', 'platform', 'sessions', 'grant', 'visitor', 'join', 'rest', 'markup', 'block', 'settings', 'settings-page', 'health', 'privacy' ) as $part ) {
	require_once __DIR__ . "/includes/$part.php";
}

register_activation_hook( __FILE__, __NAMESPACE__ . '\install_table' );
add_action( 'plugins_loaded', __NAMESPACE__ . '\update_table' );
add_action( 'init', __NAMESPACE__ . '\register_room_markup' );
add_action( 'init', __NAMESPACE__ . '\register_room_block' );
add_action( 'rest_api_init', __NAMESPACE__ . '\register_routes' );
add_action( 'admin_init', __NAMESPACE__ . '\register_room_settings' );
add_action( 'admin_init', __NAMESPACE__ . '\suggest_privacy_text' );
add_filter( 'site_status_tests', __NAMESPACE__ . '\add_health_test' );
add_action( 'admin_menu', __NAMESPACE__ . '\add_settings_page' );
add_filter( 'plugin_action_links_' . plugin_basename( __FILE__ ), __NAMESPACE__ . '\link_to_settings' );
